package io.lava4j.connector.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.connector.mysql.FaultyNetwork.Fault;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that turns rogue in the middle of a load, in its answer to any statement of the load, one after the other. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class RogueAnswersTest {

    private static final String CONTENT = "what nobody asked for";
    /** The first statement of all. */
    private static final String BEGINNING = "";

    private static final int FEWEST_STATEMENTS = 30;
    /** The load and its rehearsal get what data there is; a lost COMMIT or ROLLBACK has a message of its own. */
    private static final int UNSEEN = 8;

    private static final int FIRST_AFTER_REHEARSAL = 14;

    @TempDir
    private Path folder;

    private DatabaseServer server;
    private Database database;
    private Path file;

    @BeforeEach
    void prepare(Sandbox sandbox) throws IOException {
        server = Product.MYSQL.withoutTls(sandbox);
        database = server.newDatabase();
        database.execute("CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (0)");
        server.execute(
                "CREATE USER plain" + database.name() + " IDENTIFIED WITH mysql_native_password BY 'secret'",
                "GRANT ALL ON " + database.name() + ".* TO plain" + database.name());
        file = Files.writeString(folder.resolve("file"), CONTENT);
    }

    @Test
    void noStatementIsAnsweredWithAFile() throws IOException {
        List<String> told = atEachStatement(Fault.asksFor(file.toString()));

        assertTrue(told.size() > FEWEST_STATEMENTS, "statements: " + told.size());
        long named = told.stream()
                .filter(message -> message.contains("asks for a file of this machine, which it does not get"))
                .count();
        assertTrue(named >= told.size() - UNSEEN, String.join("\n", told));
    }

    @Test
    void noStatementIsAnsweredWithTwoFiles() throws IOException {
        Fault once = Fault.asksFor(file.toString());
        atEachStatement((client, server, statement, length) -> {
            ByteArrayOutputStream asked = new ByteArrayOutputStream();
            once.strike(asked, server, statement, length);
            byte[] packet = asked.toByteArray();
            client.write(packet);
            packet[3] += 2;
            client.write(packet);
            client.flush();
            return true;
        });
    }

    /** Beyond what is kept of an answer, were it taken for one. */
    @Test
    void anAnswerWithoutAnEndIsBrokenOffAtAnyStatement() throws IOException {
        atEachStatement((client, server, statement, length) -> {
            client.write(new byte[] {1, 0, 0, 1, 1});
            client.write(new byte[] {
                23, 0, 0, 2, 3, 'd', 'e', 'f', 0, 0, 0, 1, 'c', 0, 12, 45, 0, 0, 0, 0, 0, (byte) 0xfd, 0, 0, 0, 0, 0
            });
            byte[] row = new byte[1 << 10];
            row[0] = (byte) (row.length - 4);
            row[1] = (byte) (row.length - 4 >> 8);
            row[4] = (byte) 0xfc;
            row[5] = (byte) (row.length - 7);
            row[6] = (byte) (row.length - 7 >> 8);
            while (true) {
                client.write(row);
            }
        });
    }

    /** Whatever file it names: it gets the data of the load, which is all that is to be had at that moment. */
    @Test
    void theLoadItselfIsAnsweredWithItsData() throws IOException {
        Fault asked = Fault.asksFor(file.toString());
        String sent = "";
        for (int statement = FIRST_AFTER_REHEARSAL; !sent.startsWith("\2\0\0\0021\n"); statement++) {
            try (FaultyNetwork network = FaultyNetwork.after(server.port(), "LOAD DATA LOCAL", statement, asked)) {
                message(network);
                sent = network.sentAfterFault();
                assertTrue(network.wasTriggered(), "the load has gone by");
            }
        }
        assertEquals(List.of(List.of("0")), rows());
    }

    /** What the load says of each. */
    private List<String> atEachStatement(Fault fault) throws IOException {
        List<String> told = new ArrayList<>();
        for (int statement = 0; ; statement++) {
            try (FaultyNetwork network = FaultyNetwork.after(server.port(), BEGINNING, statement, fault)) {
                String message = message(network);
                if (!network.wasTriggered()) {
                    assertEquals(List.of(List.of("1")), rows(), "the load as it is without any mischief");
                    return told;
                }
                told.add(message);
                assertFalse(network.sentAfterFault().contains(CONTENT), "statement " + statement);
            }
            database.execute("DELETE FROM t", "INSERT INTO t VALUES (0)");
        }
    }

    private String message(FaultyNetwork network) {
        try {
            load(network).run();
            return "";
        } catch (LavaException failed) {
            return failed.getMessage();
        }
    }

    private Load load(FaultyNetwork network) {
        return Load.by("plain" + database.name(), "secret", database, "t")
                .mode(Mode.DELETE)
                .of("1\n")
                .with("port", network.port());
    }

    private List<List<String>> rows() {
        return database.query("SELECT id FROM t");
    }
}
