package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientVersionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mysql  Ver 14.14 Distrib 5.7.44, for Linux (x86_64) using  EditLine wrapper        | MySQL 5.7.44
            mysql  Ver 8.0.31 for Linux on x86_64 (MySQL Community Server - GPL)               | MySQL 8.0.31
            mysql  Ver 8.4.6-6 for Linux on x86_64 (Percona Server (GPL), Release 6, Revision) | MySQL 8.4.6
            mysql  Ver 9.7.4 for Linux                                                         | MySQL 9.7.4
            /usr/bin/mysql  Ver 9.7.4-2 for Linux on x86_64 ((Debian))                         | MySQL 9.7.4
            mariadb  Ver 15.1 Distrib 10.6.22-MariaDB, for debian-linux-gnu (x86_64)           | MariaDB 10.6.22
            mariadb  Ver 15.1 Distrib 10.6.19-15-MariaDB, for Linux (x86_64)                   | MariaDB 10.6.19-15
            mysql  Ver 15.1 Distrib 10.11.14-MariaDB, for debian-linux-gnu (x86_64)            | MariaDB 10.11.14
            mariadb  Ver 15.1 Distrib 10.11.14-MariaDB                                         | MariaDB 10.11.14
            mariadb from 11.4.5-MariaDB, client 15.2 for linux-systemd (x86_64)                | MariaDB 11.4.5
            mysql from 11.8.3-MariaDB, client 15.2                                             | MariaDB 11.8.3
            """)
    void whatClientsSayIsRead(String printed, String expected) {
        assertEquals(Optional.of(expected), ClientVersion.parse(printed).map(ClientVersion::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "psql (PostgreSQL) 17.2", "mysql: error while loading shared libraries: libssl.so.3"})
    void whatIsNoClientIsNotTakenForOne(String printed) {
        assertEquals(Optional.empty(), ClientVersion.parse(printed));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        ClientVersion client = ClientVersion.parse("from 11.8.3-MariaDB").orElseThrow();

        assertTrue(client.isFrom(11, 4));
        assertTrue(client.isFrom(11, 8));
        assertTrue(client.isFrom(9, 9));
        assertFalse(client.isFrom(11, 10));
        assertFalse(client.isFrom(12, 0));
    }
}
