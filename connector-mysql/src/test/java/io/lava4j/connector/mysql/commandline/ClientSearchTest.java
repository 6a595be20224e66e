package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSearchTest {

    private static final String MYSQL = "echo 'mysql  Ver 9.7.4 for Linux'";
    private static final String MARIADB = "echo 'mariadb from 11.8.3-MariaDB, client 15.2'";

    private static final String BROKEN =
            "echo 'mysql: error while loading shared libraries: libssl.so.3' >&2; exit 127";

    @TempDir
    Path folder;

    @Test
    void mySqlsClientIsPreferred() throws IOException {
        program("one/mariadb", MARIADB);
        program("two/mysql", MYSQL);

        assertEquals("client '" + folder + "/two/mysql' (MySQL 9.7.4)", found("one", "two"));
    }

    @Test
    void whatIsNamedMysqlMayBeMariaDbs() throws IOException {
        program("one/mysql", MARIADB);

        assertEquals("client '" + folder + "/one/mysql' (MariaDB 11.8.3)", found("one"));
    }

    @Test
    void mariaDbsIsCalledByItsOwnNameWhereItHasIt() throws IOException {
        program("one/mysql", MARIADB);
        program("two/mariadb", MARIADB);

        assertEquals("client '" + folder + "/two/mariadb' (MariaDB 11.8.3)", found("one", "two"));
    }

    @Test
    void aFileThatCannotRunIsNoClient() throws IOException {
        assertTrue(program("one/mysql", MYSQL).toFile().setExecutable(false));
        Files.createDirectories(folder.resolve("two/mysql"));
        program("three/mysql", MYSQL);

        assertEquals("client '" + folder + "/three/mysql' (MySQL 9.7.4)", found("one", "", "two", "missing", "three"));
    }

    @Test
    void noClientAtAllIsTold() {
        assertEquals(
                "connection 'dwh': neither 'mysql' nor 'mariadb' is on PATH '/nowhere', and the command line needs one of"
                        + " these clients; install it (on Debian, package mariadb-client-core)",
                assertThrows(ConfigurationException.class, () -> ClientSearch.on("connection 'dwh'", "/nowhere")
                                .find())
                        .getMessage());
    }

    @Test
    void mySqlsIsTakenThoughMariaDbsIsCalledMysqlBeforeIt() throws IOException {
        program("one/mysql", MARIADB);
        program("one/mariadb", MARIADB);
        program("two/mysql", MYSQL);

        assertEquals("client '" + folder + "/two/mysql' (MySQL 9.7.4)", found("one", "two"));
    }

    @Test
    void aBrokenOneIsPassedOver() throws IOException {
        program("one/mysql", BROKEN);
        program("one/mariadb", BROKEN);
        program("two/mariadb", MARIADB);

        assertEquals("client '" + folder + "/two/mariadb' (MariaDB 11.8.3)", found("one", "two"));

        program("three/mysql", MYSQL);

        assertEquals("client '" + folder + "/three/mysql' (MySQL 9.7.4)", found("one", "two", "three"));
    }

    @Test
    void whatNoneOfThemSaidIsTold() throws IOException {
        program("one/mysql", BROKEN);
        program("two/mariadb", "echo 'PostgreSQL 17'");

        assertEquals(
                "connection 'dwh': no 'mysql' or 'mariadb' on PATH '" + path("one", "two") + "' works ('" + folder
                        + "/one/mysql' is neither MySQL's nor MariaDB's: asked for its --version it says 'mysql: error"
                        + " while loading shared libraries: libssl.so.3'; '" + folder + "/two/mariadb' is neither"
                        + " MySQL's nor MariaDB's: asked for its --version it says 'PostgreSQL 17'), and the command line"
                        + " needs one of these clients; install it (on Debian, package mariadb-client-core)",
                refusal("one", "two"));
    }

    @Test
    void oneThatCannotBeStartedIsTold() throws IOException {
        Files.writeString(program("one/mysql", ""), "#!/no/such/interpreter\n");

        String said = refusal("one");

        assertTrue(
                said.startsWith("connection 'dwh': no 'mysql' or 'mariadb' on PATH '" + path("one") + "' works ('"
                        + folder + "/one/mysql' cannot be started ("),
                said);
    }

    private String found(String... directories) {
        return ClientSearch.on("connection 'dwh'", path(directories)).find().toString();
    }

    private String refusal(String... directories) {
        return assertThrows(ConfigurationException.class, () -> found(directories))
                .getMessage();
    }

    private String path(String... directories) {
        StringBuilder path = new StringBuilder();
        for (String directory : directories) {
            path.append(path.isEmpty() ? "" : ":").append(directory.isEmpty() ? "" : folder.resolve(directory));
        }
        return path.toString();
    }

    private Path program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
