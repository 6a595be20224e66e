package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SandboxExtension.class)
class AuroraCommandLineTest {
    @TempDir
    private Path folder;

    private AuroraServer aurora;
    private Database database;
    private CommandLineClient client;
    private String[] tls;

    @BeforeEach
    void start(Sandbox sandbox) {
        aurora = sandbox.aurora();
        database = aurora.newDatabase();
        String user = aurora.newIamUser(database);
        client =
                new CommandLineClient(aurora, user, SignedToken.of(aurora, user).text());
        tls = new String[] {"--ssl-ca=" + aurora.caFile(), "--ssl-verify-server-cert", database.name()};
    }

    @Test
    void anIamUserComesInWithATokenAndWorks() throws Exception {
        String statements = "CREATE TABLE t (a INT, b VARCHAR(20)); INSERT INTO t VALUES (1, 'ü🌋'), (2, NULL);\n"
                + "SELECT * FROM t; SELECT user() = '" + client.user() + "@localhost';\n";

        assertEquals("a\tb\n1\tü🌋\n2\tNULL\n" + title() + "\n1\n", client.says(statements, tls));
    }

    @Test
    void itLoadsItsOwnFileOfManyPackets() throws Exception {
        Path file = Files.writeString(folder.resolve("rows"), "some row or other\n".repeat(300_000));
        String statements = "CREATE TABLE t (a VARCHAR(20)); LOAD DATA LOCAL INFILE '" + file
                + "' INTO TABLE t; SELECT COUNT(*), COUNT(DISTINCT a) FROM t;\n";

        String said = client.says(
                statements, List.of("--local-infile", tls[0], tls[1], tls[2]).toArray(String[]::new));

        assertEquals("COUNT(*)\tCOUNT(DISTINCT a)\n300000\t1\n", said);
    }

    @Test
    void withoutTlsItIsRefused() throws Exception {
        assertEquals(
                "ERROR 1045 (28000): Access denied for user '" + client.user()
                        + "'@'localhost' (using password: YES)\n",
                client.says("SELECT 1", "--skip-ssl"));
    }

    @Test
    void aTokenOfAnotherUserIsRefused() throws Exception {
        String other = aurora.newIamUser(database);
        var replaying = new CommandLineClient(aurora, other, client.password());

        assertEquals(
                "ERROR 1045 (28000): Access denied for user '" + other + "'@'localhost' (using password: YES)\n",
                replaying.says("SELECT 1", tls));
    }

    private String title() {
        return "user() = '" + client.user() + "@localhost'";
    }
}
