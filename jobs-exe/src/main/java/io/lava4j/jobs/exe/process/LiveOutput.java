package io.lava4j.jobs.exe.process;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Listener.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Output that is handed on as it comes, by a thread for each channel. */
final class LiveOutput implements Output {

    /** A process that left the session may hold a pipe open for as long as it likes. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 8192;

    private final Listener listener;
    private final Path directory;
    private final Beginning error = new Beginning();
    private final List<Thread> threads = new ArrayList<>();

    LiveOutput(Listener listener, Path directory) {
        this.listener = listener;
        this.directory = directory;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void direct(ProcessBuilder builder) {
        // Pipes, as it is by itself.
    }

    @Override
    public void begin(Process process) {
        hear(process.getInputStream(), Channel.OUT);
        hear(process.getErrorStream(), Channel.ERR);
    }

    @Override
    public void await() {
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String errorBegins() {
        return error.text();
    }

    @Override
    public Map<String, Path> files() {
        return Map.of();
    }

    private void hear(InputStream stream, Channel channel) {
        Thread thread = new Thread(() -> handOn(stream, channel), "lava-output-" + channel);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void handOn(InputStream stream, Channel channel) {
        byte[] buffer = new byte[AT_ONCE];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, count);
                if (channel == Channel.ERR) {
                    error.add(bytes);
                }
                tell(channel, bytes);
            }
        } catch (IOException closed) {
            // Nobody writes any more.
        }
    }

    private void tell(Channel channel, byte[] bytes) {
        try {
            listener.output(channel, bytes);
        } catch (RuntimeException defect) {
            // Should a listener fail, the program must not wait for ever for its output to be read.
        }
    }
}
