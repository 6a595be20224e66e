package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.commandline.Wanted.Said;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.LavaException;
import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.rogue.MySqlMischief;
import io.lava4j.sandbox.rogue.RogueMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a rogue server does to the clients of the command line, and to the look at its certificate before them. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class RogueClientTest {

    private static final String PASSWORD = "pa55word of the victim";
    private static final String CONTENT = "what nobody asked for";

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    /** How much a client takes of an answer without an end is up to whoever calls it. */
    @EachClient
    void getsNothingInPlainText(ClientProgram client) throws IOException {
        for (MySqlMischief mischief : MySqlMischief.values()) {
            if (!mischief.name().startsWith("ENDLESS_")) {
                try (RogueMySql rogue = rogue(mischief)) {
                    Said said = wanted(client, rogue).run("-e", "SELECT 1");

                    assertEquals(1, said.status(), mischief + ": " + said);
                    assertKept(rogue, mischief + ": " + said);
                }
            }
        }
    }

    /** A statement of the user's that names a file of the user's; the server names another. */
    @EachClient
    void noFileUnlessTheCallerSaysSo(ClientProgram client) throws IOException {
        String load = "LOAD DATA LOCAL INFILE '/dev/null' INTO TABLE t";
        try (RogueMySql rogue = rogue(MySqlMischief.FILE_AT_EVERY_QUERY)) {
            Said said = wanted(client, rogue).run("-e", load);

            assertEquals(1, said.status(), said.err());
            assertKept(rogue, said.err());
        }
        try (RogueMySql rogue = rogue(MySqlMischief.FILE_BEFORE_ANY_QUERY)) {
            wanted(client, rogue).run("--local-infile=1", "-e", load);

            assertTrue(rogue.loot().contains(CONTENT), "whoever says so is taken at his word");
        }
    }

    @EachClient
    void aPluginThatNeedsTlsSaysWhatToSet(ClientProgram client) throws IOException {
        try (RogueMySql rogue = rogue(MySqlMischief.CLEAR_PASSWORD)) {
            Said said = wanted(client, rogue).run("-e", "SELECT 1");

            assertTrue(
                    said.err().contains("/dwh.set-ssl-to-true-for/mysql_clear_password.so: cannot open shared object"),
                    said.err());
        }
    }

    @EachClient
    void aServerOfAnotherCaIsNotEvenToldTheUser(ClientProgram client) throws IOException {
        Path otherCa = Path.of("src/test/resources/io/lava4j/connector/mysql/three-authorities.pem");
        try (RogueMySql rogue = rogue(MySqlMischief.FALSE_CERTIFICATE)) {
            Wanted wanted = wanted(client, rogue)
                    .with("ssl", true)
                    .with("ca_cert", otherCa.toAbsolutePath().toString());

            assertThrows(ConfigurationException.class, wanted::run);
            assertFalse(rogue.loot().contains("victim"), rogue.loot());
        }
    }

    /** Before any client: the worker looks at the certificate itself. */
    @ParameterizedTest
    @EnumSource(
            names =
                    "(FILE_INSTEAD_OF_GREETING|NO_TLS|PLAIN_TEXT_AFTER_TLS_REQUEST|NONSENSE|ANOTHER_PROTOCOL|EMPTY_GREETING|ENDLESS_GREETING)",
            mode = EnumSource.Mode.MATCH_ALL)
    void aCertificateThatCannotBeSeenIsTold(MySqlMischief mischief) throws IOException {
        try (RogueMySql rogue = rogue(mischief)) {
            Wanted wanted = wanted(ClientProgram.ofSandbox(), rogue).with("ssl", true);

            String told = assertThrows(LavaException.class, wanted::run).getMessage();

            assertTrue(told.startsWith("connection 'test': server 127.0.0.1:" + rogue.port() + " "), told);
            assertFalse(rogue.loot().contains("victim"), rogue.loot());
        }
    }

    @EachClient
    void nothingIsLeft(ClientProgram client) throws IOException {
        try (RogueMySql rogue = rogue(MySqlMischief.NONSENSE)) {
            Wanted wanted = wanted(client, rogue);
            wanted.run("-e", "SELECT 1");

            try (Stream<Path> left = Files.list(wanted.directory())) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    private Wanted wanted(ClientProgram client, RogueMySql rogue) {
        return new Workbench(sandbox, folder)
                .wanted(client, "victim", PASSWORD)
                .with("host", "127.0.0.1")
                .with("port", rogue.port());
    }

    private RogueMySql rogue(MySqlMischief mischief) throws IOException {
        return sandbox.rogue(mischief, Files.writeString(folder.resolve("file"), CONTENT));
    }

    private static void assertKept(RogueMySql rogue, String said) {
        for (String secret : List.of(PASSWORD, CONTENT)) {
            assertFalse(rogue.loot().contains(secret), said);
        }
    }
}
