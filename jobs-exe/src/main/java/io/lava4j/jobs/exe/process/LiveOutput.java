package io.lava4j.jobs.exe.process;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Listener.Channel;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Output that is handed on as it comes, by a thread for each channel. */
final class LiveOutput implements Output {

    /** For readers who take nothing, of a program that has been stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Listener listener;
    private final Path directory;
    private final Beginning error = new Beginning();
    private final List<Hearing> hearings = new ArrayList<>();

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
    public void await() throws InterruptedException {
        hearings.forEach(Hearing::end);
        for (Hearing hearing : hearings) {
            hearing.await();
        }
    }

    @Override
    public void leave() {
        hearings.forEach(Hearing::end);
        long until = System.nanoTime() + PATIENCE.toNanos();
        hearings.forEach(hearing -> hearing.leave(until));
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
        hearings.add(Hearing.of("lava-output-" + channel, stream, bytes -> handOn(channel, bytes)));
    }

    private void handOn(Channel channel, byte[] bytes) {
        if (channel == Channel.ERR) {
            error.add(bytes);
        }
        try {
            listener.output(channel, bytes);
        } catch (RuntimeException | Error defect) {
            // Should a listener fail, the program must not wait for ever for its output to be read.
        }
    }
}
