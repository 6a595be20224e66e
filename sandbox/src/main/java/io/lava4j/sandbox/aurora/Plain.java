package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection without TLS, by TCP or by a Unix socket. The two of a session are waited for at one selector. */
final class Plain implements Layer {
    private final SocketChannel channel;
    private final SelectionKey key;
    private Relief relief = () -> await(SelectionKey.OP_WRITE);

    Plain(SocketChannel channel, Selector selector) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        channel.configureBlocking(false);
        this.channel = channel;
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** What is done when the other side takes no more for now, before it is tried again. */
    interface Relief {
        void come() throws IOException;
    }

    void whenFull(Relief relief) {
        this.relief = relief;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            if (channel.write(from) == 0) {
                relief.come();
            }
        }
    }

    /** Waits until something can be read from any connection at the selector. */
    void awaitAny() throws IOException {
        key.selector().select(ready -> {});
    }

    /** Waits for this connection alone. */
    void await(int operations) throws IOException {
        key.selector().keys().forEach(other -> other.interestOps(0));
        key.interestOps(operations);
        awaitAny();
        key.selector().keys().forEach(other -> other.interestOps(SelectionKey.OP_READ));
    }

    boolean isLocal() throws IOException {
        return channel.getRemoteAddress() instanceof UnixDomainSocketAddress;
    }

    InetAddress peer() {
        return channel.socket().getInetAddress();
    }

    int peerPort() {
        return channel.socket().getPort();
    }

    @Override
    public void end() throws IOException {
        channel.shutdownOutput();
    }

    /** Ends both ways, whoever reads, writes or waits. */
    void cut() throws IOException {
        channel.shutdownInput();
        channel.shutdownOutput();
    }
}
