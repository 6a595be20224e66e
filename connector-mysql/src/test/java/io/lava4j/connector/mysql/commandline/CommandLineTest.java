package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.commandline.Wanted.Said;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real clients, real servers. */
@ExtendWith(SandboxExtension.class)
class CommandLineTest {

    private static final List<String> NASTY = List.of(
            "#no comment",
            "; nor this",
            "double \" quote",
            "single ' quote",
            "both '\" \"'",
            "back\\slash \\n \\s \\\\",
            "\\",
            "\"",
            "  blanks at both ends  ",
            "ünïcödé 🌋 密码",
            "$(id) `id` ${HOME} $HOME !id",
            "a=b [mysql] !include x",
            "x".repeat(1_500));

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void note(Sandbox running) {
        sandbox = running;
    }

    static Stream<TestClient> clients() {
        return TestClient.all();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void passwordsOfAnyCharactersLogIn(TestClient client) {
        for (DatabaseServer server : List.of(sandbox.mysql(), sandbox.mariadb())) {
            for (String password : NASTY) {
                new Accounts(server).create("nasty", password);

                assertEquals(
                        Said.result("USER()\nnasty@localhost\n"),
                        wanted(client, "nasty", password).at(server).run("-e", "SELECT USER()"),
                        server + " " + password);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void usersAndDatabasesOfAnyCharactersAreNeverShellText(TestClient client) {
        for (DatabaseServer server : List.of(sandbox.mysql(), sandbox.mariadb())) {
            Accounts accounts = new Accounts(server);
            for (String name : List.of("$(touch x); `id`", "'\"\\ ü", "#;|&<>")) {
                accounts.create(name, "secret");
                accounts.createDatabase(name);

                Said said = wanted(client, name, "secret")
                        .at(server)
                        .with("database", name)
                        .run(
                                "--raw",
                                "--skip-column-names",
                                "-e",
                                "SELECT SUBSTRING_INDEX(USER(), '@', 1), DATABASE()");

                assertEquals(Said.result(name + "\t" + name + "\n"), said, server.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aNewlineInAFieldIsRefusedAndTheFieldNamed(TestClient client) {
        String rest =
                "' holds a control character, which an option file of the command line client cannot hold; take it"
                        + " out";

        assertEquals(
                "connection 'test': 'user" + rest,
                refusal(wanted(client, "a\nb", "secret").at(sandbox.mysql())));
        assertEquals(
                "connection 'test': 'password" + rest,
                refusal(wanted(client, "a", "sec\nret").at(sandbox.mysql())));
        assertEquals(
                "connection 'test': 'database" + rest,
                refusal(wanted(client, "a", "secret").at(sandbox.mysql()).with("database", "a\nb")));
        assertEquals(
                "connection 'test': host 'a\nb' is not one host name or address",
                refusal(wanted(client, "a", "secret").at(sandbox.mysql()).with("host", "a\nb")));
        assertEquals(
                "connection 'test': host '$(id);`id`' is not one host name or address",
                refusal(wanted(client, "a", "secret").at(sandbox.mysql()).with("host", "$(id);`id`")));
    }

    private static String refusal(Wanted wanted) {
        String message = assertThrows(ConfigurationException.class, wanted::run).getMessage();
        return message;
    }

    private Wanted wanted(TestClient client, String user, String password) {
        try {
            Path directory = Files.createTempDirectory(folder, "it's \"a\" $(dir) ");
            return new Wanted(directory, client.path(sandbox, folder), user, password);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
