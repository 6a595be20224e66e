package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final int PING = 0x0e;
    private static final int ANSWERS = 20_000_000;

    private Selector selector;
    private Ends client;
    private Ends server;

    @BeforeEach
    void connect() throws IOException {
        selector = Selector.open();
        client = Ends.open();
        server = Ends.open();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        selector.close();
    }

    /** As of a client that sends many statements before it reads. */
    @Test
    void aServerThatTakesNoCommandsUntilItsAnswersAreTakenIsRelieved() throws Exception {
        byte[] command = command();
        var answers = new byte[ANSWERS];
        new Random(1).nextBytes(answers);
        CompletableFuture<?> relay = CompletableFuture.runAsync(this::carry);
        CompletableFuture<?> asking = CompletableFuture.runAsync(() -> write(client.far(), command));
        CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> read(client.far(), ANSWERS));

        write(server.far(), answers);
        byte[] came = read(server.far(), command.length);
        asking.get();
        server.far().close();

        assertArrayEquals(command, came);
        assertArrayEquals(answers, heard.get());
        relay.get();
    }

    private void carry() {
        try {
            var clientWire = new Wire(client.near(), selector);
            var serverWire = new Wire(server.near(), selector);
            var who = new Client("user", new Capabilities(0), Map.of());
            var session = new OwnSession(who, serverWire.in(), serverWire.out());
            var conversation = new Conversation(
                    (sql, own) -> new Verdict.Pass(), new Unchanged(), clientWire.out(), serverWire.out(), session);
            var commands = new Commands(new PacketStream(clientWire.in()), serverWire.out(), conversation);
            new Relay(clientWire, serverWire, commands).carry();
        } catch (IOException e) {
            throw new AssertionError("the relay fails", e);
        }
    }

    /** One that is no statement, and larger than what the kernel holds. */
    private static byte[] command() throws IOException {
        var payload = new byte[Packet.LONGEST - 1];
        payload[0] = PING;
        var command = new ByteArrayOutputStream();
        new Packet(0, payload).write(command);
        return command.toByteArray();
    }

    private static void write(SocketChannel to, byte[] bytes) {
        try {
            to.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new AssertionError("nobody reads", e);
        }
    }

    private static byte[] read(SocketChannel from, int count) {
        try {
            return from.socket().getInputStream().readNBytes(count);
        } catch (IOException e) {
            throw new AssertionError("nobody writes", e);
        }
    }

    private static final class Unchanged implements Conversation.UserChanges {
        @Override
        public boolean refuses(String user) {
            return false;
        }

        @Override
        public boolean perform(byte[] payload) {
            return false;
        }
    }

    /** Both ends of a connection. */
    private record Ends(SocketChannel near, SocketChannel far) {
        static Ends open() throws IOException {
            try (var door = ServerSocketChannel.open()) {
                door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel near = SocketChannel.open(door.getLocalAddress());
                return new Ends(near, door.accept());
            }
        }

        void close() throws IOException {
            near.close();
            far.close();
        }
    }
}
