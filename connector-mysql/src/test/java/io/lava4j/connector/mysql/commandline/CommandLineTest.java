package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.commandline.Wanted.Said;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Connector.Installed;
import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real clients, real servers. */
@ExtendWith(SandboxExtension.class)
@Timeout(300)
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

    private static final List<String> UNSET = List.of(
            "MYSQL_PWD",
            "MYSQL_HOST",
            "MYSQL_TCP_PORT",
            "MYSQL_UNIX_PORT",
            "MYSQL_GROUP_SUFFIX",
            "MARIADB_HOST",
            "MARIADB_UNIX_PORT",
            "MARIADB_GROUP_SUFFIX",
            "MARIADB_TLS_DISABLE_PEER_VERIFICATION",
            "LIBMYSQL_ENABLE_CLEARTEXT_PLUGIN",
            "LIBMYSQL_PLUGINS");

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Workbench bench;

    @BeforeEach
    void note(Sandbox running) {
        sandbox = running;
        bench = new Workbench(running, folder);
    }

    @EachClient
    void passwordsOfAnyCharactersLogIn(ClientProgram client) {
        for (DatabaseServer server : List.of(sandbox.mysql(), sandbox.mariadb())) {
            for (String password : NASTY) {
                new Accounts(server).create("nasty", password);

                assertEquals(
                        Said.result("USER()\nnasty@localhost\n"),
                        bench.wanted(client, "nasty", password).at(server).run("-e", "SELECT USER()"),
                        server + " " + password);
            }
        }
    }

    @EachClient
    void aLineOfAnOptionFileIsAsLongAsItsReaderCanReadAndNoLonger(ClientProgram client) {
        String longest = "x".repeat(4094 - "password=\"\"".length());
        Client found = bench.found(client);
        new Accounts(sandbox.mysql()).create("long", longest);
        assertEquals(
                Said.result("1\n"),
                bench.wanted(client, "long", longest).at(sandbox.mysql()).run("-N", "-e", "SELECT 1"));

        new Accounts(sandbox.mysql()).create("long", longest + "x");
        Wanted longer = bench.wanted(client, "long", longest + "x").at(sandbox.mysql());

        if (found.cutsLongLines()) {
            assertEquals(
                    "connection 'test': 'password' is too long for " + found
                            + ", whose option files have lines of 4094 bytes at most; shorten it, or install a MySQL client"
                            + " from 8.1 on",
                    refusal(longer));
        } else {
            assertEquals(Said.result("1\n"), longer.run("-N", "-e", "SELECT 1"));
        }
    }

    @EachClient
    void usersAndDatabasesOfAnyCharactersAreNeverShellText(ClientProgram client) {
        for (DatabaseServer server : List.of(sandbox.mysql(), sandbox.mariadb())) {
            Accounts accounts = new Accounts(server);
            for (String name : List.of("$(touch x); `id`", "'\"\\ ü", "#;|&<>")) {
                accounts.create(name, "secret");
                accounts.createDatabase(name);

                Said said = bench.wanted(client, name, "secret")
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

    @EachClient
    void aNewlineInAFieldIsRefusedAndTheFieldNamed(ClientProgram client) {
        String rest =
                "' holds a control character, which an option file of the command line client cannot hold; take it"
                        + " out";

        assertEquals(
                "connection 'test': 'user" + rest,
                refusal(bench.wanted(client, "a\nb", "secret").at(sandbox.mysql())));
        assertEquals(
                "connection 'test': 'password" + rest,
                refusal(bench.wanted(client, "a", "sec\nret").at(sandbox.mysql())));
        assertEquals(
                "connection 'test': 'database" + rest,
                refusal(bench.wanted(client, "a", "secret").at(sandbox.mysql()).with("database", "a\nb")));
        assertEquals(
                "connection 'test': host 'a\nb' is not one host name or address; give one, without scheme and port",
                refusal(bench.wanted(client, "a", "secret").at(sandbox.mysql()).with("host", "a\nb")));
        assertEquals(
                "connection 'test': host '$(id);`id`' is not one host name or address; give one, without scheme and port",
                refusal(bench.wanted(client, "a", "secret").at(sandbox.mysql()).with("host", "$(id);`id`")));
    }

    @EachClient
    void whatTheCallersEnvironmentSaysOfServersDoesNotCount(ClientProgram client) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".my.cnf"), "[client]\nuser=other\npassword=other\nport=1\n");
        new Accounts(sandbox.mysql()).create("env_user", "secret");
        Wanted wanted = bench.wanted(client, "env_user", "secret").at(sandbox.mysql());
        for (String name : List.of("MYSQL_HOST", "MARIADB_HOST", "MYSQL_PWD", "MYSQL_UNIX_PORT", "MARIADB_UNIX_PORT")) {
            wanted.variable(name, "/no/such");
        }
        wanted.variable("MYSQL_TCP_PORT", "1").variable("HOME", home.toString());
        wanted.variable("MYSQL_GROUP_SUFFIX", "x").variable("LIBMYSQL_PLUGINS", "no_such_plugin");
        wanted.variable("client", "/no/such").variable("options", "/no/such").variable("MYSQL_TEST_LOGIN_FILE", "/no");

        assertEquals(Said.result("1\n"), wanted.run("--skip-column-names", "-e", "SELECT 1"));
    }

    @EachClient
    void nothingSecretIsInProcessListEnvironmentOrScript(ClientProgram client) throws Exception {
        // Another one for each client: the session of the one before may still be there.
        String user = "hidden" + Math.abs(client.name().hashCode());
        new Accounts(sandbox.mysql()).create(user, "the very secret");
        Wanted wanted = bench.wanted(client, user, "the very secret").at(sandbox.mysql());
        UNSET.forEach(name -> wanted.variable(name, "0"));
        try (Installed installed = wanted.install("dwh")) {
            Process process = wanted.start(installed, "-e", "SELECT SLEEP(600)");
            awaitSleeping(user);
            String arguments = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
            process.destroy();

            String options = installed.executable() + ".cnf";
            assertTrue(
                    arguments.endsWith(
                            "--defaults-file=" + options + "\0--batch\0--connect-timeout=10\0-e\0SELECT SLEEP(600)\0"),
                    arguments);
            assertTrue(environment.contains("MYSQL_TEST_LOGIN_FILE=" + options + ".none\0"), environment);
            List<String> names = environment
                    .lines()
                    .flatMap(line -> Stream.of(line.split("\0")))
                    .map(variable -> variable.replaceFirst("=.*", ""))
                    .toList();
            assertEquals(List.of(), UNSET.stream().filter(names::contains).toList());
            for (String shown : List.of(arguments, environment, Files.readString(installed.executable()))) {
                for (String hidden : List.of("very secret", "hidden")) {
                    assertFalse(shown.contains(hidden), shown);
                }
            }
        }
    }

    @EachClient
    void severalInstallationsAtOnceDoNotKnowEachOther(ClientProgram client) throws Exception {
        new Accounts(sandbox.mysql()).create("several", "secret");
        Wanted wanted = bench.wanted(client, "several", "secret").at(sandbox.mysql());
        MySqlCommandLine commandLine = wanted.commandLine();
        List<String> labels = List.of("A", "a_1", "_", "0", "con", "X".repeat(200));
        List<Installed> installed = labels.parallelStream()
                .map(label -> commandLine.install(wanted.directory(), label))
                .toList();

        installed.get(0).close();

        for (Installed left : installed.subList(1, labels.size())) {
            assertEquals(Said.result("1\n"), wanted.run(left, "--skip-column-names", "-e", "SELECT 1"));
            left.close();
        }
        try (Stream<Path> files = Files.list(wanted.directory())) {
            assertEquals(List.of(), files.toList());
        }
    }

    @EachClient
    void aNameThatIsTakenIsRefusedAndWhatIsThereWorksOn(ClientProgram client) {
        new Accounts(sandbox.mysql()).create("twice", "secret");
        Wanted wanted = bench.wanted(client, "twice", "secret").at(sandbox.mysql());
        try (Installed first = wanted.install("dwh")) {
            assertEquals(
                    "'" + first.executable() + "' cannot be written (java.nio.file.FileAlreadyExistsException: "
                            + first.executable() + ")",
                    assertThrows(JobFailedException.class, () -> wanted.install("dwh"))
                            .getMessage());

            assertEquals(Said.result("1\n"), wanted.run(first, "--skip-column-names", "-e", "SELECT 1"));
        }
    }

    @EachClient
    void theCallersArgumentsComeAfterOurs(ClientProgram client) {
        new Accounts(sandbox.mysql()).create("caller", "secret");
        Wanted wanted = bench.wanted(client, "caller", "secret").at(sandbox.mysql());

        Said table = wanted.run("--table", "-e", "SELECT DATABASE() AS d", "mysql");

        assertEquals(Said.result("+-------+\n| d     |\n+-------+\n| mysql |\n+-------+\n"), table);
        assertNotEquals(0, wanted.run("--defaults-file=/no/such").status());
    }

    @EachClient
    void filesAreTheOwnersAlone(ClientProgram client) throws IOException {
        Wanted wanted = bench.wanted(client, "nobody", "secret")
                .at(sandbox.mysql())
                .with("ssl", true)
                .with("ssl_mode", "verify-identity")
                .with("ca_cert", sandbox.mysql().caFile().toString());
        try (Installed installed = wanted.install("dwh");
                Stream<Path> files = Files.list(wanted.directory())) {
            assertEquals(
                    List.of("dwh rwx------", "dwh.cnf rw-------", "dwh.pem rw-------"),
                    files.map(CommandLineTest::described).sorted().toList(),
                    installed.toString());
        }
    }

    private void awaitSleeping(String user) throws SQLException {
        try (Connection root = sandbox.mysql().connect();
                Statement statement = root.createStatement()) {
            boolean found = false;
            while (!found) {
                try (ResultSet rows =
                        statement.executeQuery("SELECT 1 FROM information_schema.processlist WHERE user = '" + user
                                + "' AND info LIKE '%SLEEP%'")) {
                    found = rows.next();
                }
            }
        }
    }

    private static String described(Path file) {
        try {
            return file.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String refusal(Wanted wanted) {
        return assertThrows(ConfigurationException.class, wanted::run).getMessage();
    }
}
