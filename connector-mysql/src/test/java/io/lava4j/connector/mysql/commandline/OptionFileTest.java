package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionFileTest {

    private static final int FRAME = "password=\"\"".length();

    @Test
    void valuesAreQuoted() {
        OptionFile file = file("mysql  Ver 9.7.4 for Linux")
                .set("host", "host", "db.example.com")
                .set("protocol=tcp")
                .set("password", "password", " a\"b\\c#d'ü ");

        assertEquals(
                """
                [mysql]
                host="db.example.com"
                protocol=tcp
                password=" a\\"b\\\\c#d'ü "
                """,
                new String(file.bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085"})
    void controlCharactersAreRefusedAndNotShown(String control) {
        assertEquals(
                "connection 'dwh': 'password' holds a control character, which an option file of the command line client"
                        + " cannot hold; take it out",
                refusal(file("mysql  Ver 9.7.4 for Linux"), "se" + control + "cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Distrib 10.6.22-MariaDB",
                "Distrib 10.11.14-MariaDB",
                "from 11.4.5-MariaDB",
                "from 11.8.3-MariaDB",
                "mysql  Ver 8.0.31 for Linux"
            })
    void aLineThatAClientWouldCutIsRefused(String version) {
        String longest = "é".repeat((4094 - FRAME) / 2);
        int length = file(version).bytes().length;

        assertEquals(
                length + 4094 + 1,
                file(version).set("password", "password", longest + "x").bytes().length);
        assertEquals(
                "connection 'dwh': 'password' is too long for client '/bin/it' ("
                        + ClientVersion.parse(version).orElseThrow()
                        + "), whose option files have lines of 4094 bytes at most; shorten it, or install a MySQL client"
                        + " from 8.1 on",
                refusal(file(version), longest + "xx"));
        assertThrows(ConfigurationException.class, () -> file(version).set("user", "user", "\\".repeat(2_100)));
    }

    @Test
    void newerClientsOfMySqlReadLongLines() {
        OptionFile file = file("mysql  Ver 9.7.4 for Linux").set("password", "password", "x".repeat(9_000));

        assertEquals("[mysql]\n".length() + FRAME + 9_000 + 1, file.bytes().length);
    }

    private static String refusal(OptionFile file, String password) {
        return assertThrows(ConfigurationException.class, () -> file.set("password", "password", password))
                .getMessage();
    }

    private static OptionFile file(String version) {
        Client client =
                new Client(Path.of("/bin/it"), ClientVersion.parse(version).orElseThrow());
        return new OptionFile("connection 'dwh'", client);
    }
}
