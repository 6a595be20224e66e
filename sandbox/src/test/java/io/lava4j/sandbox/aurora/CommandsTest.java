package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<String> judged = new ArrayList<>();

    @Test
    void eachStatementIsJudgedAndOtherCommandsAreNot() throws IOException {
        byte[] said = said(query("SELECT 1"), new Packet(0, bytes("\u0016SELECT 2")), query("SELECT 'ü'"));

        carry(said, 0);

        assertEquals(List.of("SELECT 1", "SELECT 'ü'"), judged);
        assertArrayEquals(said, sent.toByteArray());
    }

    @Test
    void aFileOfTheClientHoldsNoStatementsHoweverManyItsPackets() throws IOException {
        var packets = new ArrayList<Packet>();
        packets.add(query("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t"));
        for (int number = 2; number <= 2000; number++) {
            packets.add(new Packet(number % 256, bytes("\u0003SELECT 'in the file'")));
        }
        packets.add(new Packet(2001 % 256, new byte[0]));
        packets.add(query("SELECT 'after'"));
        byte[] said = said(packets.toArray(Packet[]::new));

        carry(said, 0);

        assertEquals(List.of("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t", "SELECT 'after'"), judged);
        assertArrayEquals(said, sent.toByteArray());
    }

    @Test
    void aFileMayEndWithTheLastNumberOrThePacketAfterIt() throws IOException {
        for (int last : List.of(254, 255)) {
            judged.clear();
            byte[] said = said(
                    new Packet(last, bytes("row")), new Packet((last + 1) % 256, new byte[0]), query("SELECT 'after'"));

            carry(said, 0);

            assertEquals(List.of("SELECT 'after'"), judged);
        }
    }

    @Test
    void bytesThatAreNotUtf8PassAsTheyAre() throws IOException {
        byte[] latin = "\u0003SELECT '\u00fc'".getBytes(StandardCharsets.ISO_8859_1);
        byte[] said = said(new Packet(0, latin));

        carry(said, 0);

        assertEquals(List.of("SELECT 'ü'"), judged);
        assertArrayEquals(said, sent.toByteArray());
    }

    @Test
    void aStatementThatIsReplacedKeepsTheEncodingOfTheClient() throws IOException {
        carry(said(new Packet(0, "\u0003REPLACE '\u00fc'".getBytes(StandardCharsets.ISO_8859_1))), 0);

        assertArrayEquals(
                said(new Packet(0, "\u0003OTHER '\u00fc'".getBytes(StandardCharsets.ISO_8859_1))), sent.toByteArray());
    }

    @Test
    void aStatementBehindNoAttributesIsJudged() throws IOException {
        byte[] said = said(new Packet(0, bytes("\u0003\u0000\u0001SELECT 1")));

        carry(said, Capabilities.QUERY_ATTRIBUTES);

        assertEquals(List.of("SELECT 1"), judged);
        assertArrayEquals(said, sent.toByteArray());
    }

    @Test
    void aReplacementHasNoAttributes() throws IOException {
        carry(said(new Packet(0, bytes("\u0003\u0000\u0001REPLACE 1"))), Capabilities.QUERY_ATTRIBUTES);

        assertArrayEquals(said(new Packet(0, bytes("\u0003\u0000\u0001OTHER 1"))), sent.toByteArray());
    }

    @Test
    void aRefusalGoesToTheClientAndNothingToTheServer() throws IOException {
        var client = new ByteArrayOutputStream();

        carry(said(query("REFUSE")), 0, client);

        assertEquals(0, sent.size());
        assertArrayEquals(said(new Packet(1, refusal())), client.toByteArray());
    }

    private static byte[] refusal() {
        var payload = new ByteArrayOutputStream();
        payload.writeBytes(new byte[] {(byte) 0xff, 0x28, 0x04});
        payload.writeBytes(bytes("#42000No"));
        return payload.toByteArray();
    }

    private Verdict judge(String sql) {
        judged.add(sql);
        if (sql.equals("REFUSE")) {
            return new Verdict.Refused(1064, "42000", "No");
        }
        return sql.startsWith("REPLACE") ? new Verdict.Replaced(sql.replace("REPLACE", "OTHER")) : new Verdict.Pass();
    }

    private void carry(byte[] said, int capabilities) throws IOException {
        carry(said, capabilities, new ByteArrayOutputStream());
    }

    private void carry(byte[] said, int capabilities, ByteArrayOutputStream client) throws IOException {
        var session = new OwnSession(
                new Client("user", new Capabilities(capabilities), Map.of()), InputStream.nullInputStream(), sent);
        var conversation = new Conversation((sql, own) -> judge(sql), new NoChanges(), client, sent, session);
        var commands = new Commands(new PacketStream(new ByteArrayInputStream(said)), sent, conversation);
        boolean more = true;
        while (more) {
            more = commands.carry();
        }
    }

    /** Nor do they change the user. */
    private static final class NoChanges implements Conversation.UserChanges {
        @Override
        public boolean refuses(String user) {
            throw new AssertionError("the user is changed");
        }

        @Override
        public boolean perform(byte[] payload) {
            throw new AssertionError("the user is changed");
        }
    }

    private static Packet query(String sql) {
        return new Packet(0, bytes("\u0003" + sql));
    }

    private static byte[] said(Packet... packets) throws IOException {
        var said = new ByteArrayOutputStream();
        for (Packet packet : packets) {
            packet.write(said);
        }
        return said.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
