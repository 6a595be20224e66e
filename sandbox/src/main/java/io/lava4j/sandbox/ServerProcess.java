package io.lava4j.sandbox;

import java.util.function.Function;

/** The process of a server, and the way to another one in its place. */
final class ServerProcess {
    private final Function<ServerProcess, Process> again;
    private volatile Process process;

    ServerProcess(Process process, Function<ServerProcess, Process> again) {
        this.process = process;
        this.again = again;
    }

    Process get() {
        return process;
    }

    /** Returns when it is ready. */
    void restart() {
        process.destroyForcibly().onExit().join();
        process = again.apply(this);
    }
}
