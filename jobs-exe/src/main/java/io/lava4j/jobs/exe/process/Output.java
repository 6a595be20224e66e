package io.lava4j.jobs.exe.process;

import io.lava4j.core.spi.Listener;
import java.nio.file.Path;
import java.util.Map;

/** Where the output of one program goes. */
public interface Output {

    /** To the listener as it comes when that hears it, else into files. */
    static Output of(Listener listener, Path directory) {
        return listener.hearsOutput() ? new LiveOutput(listener, directory) : new KeptOutput(directory);
    }

    /** A directory of ours, for this program alone. */
    Path directory();

    /** Tells a process that will be started. */
    void direct(ProcessBuilder builder);

    /** Hears a process that was started. */
    void begin(Process process);

    /** Waits until all has been heard of a process that has ended, however long its reader takes. */
    void await() throws InterruptedException;

    /** For a process that was stopped: its last words are heard, if their reader takes them at once; then nothing more is. */
    void leave();

    /** The first 2000 bytes of what it wrote to stderr. */
    String errorBegins();

    /** What is kept: {@code stdout} and {@code stderr}, in this order; nothing when it was heard. */
    Map<String, Path> files();
}
