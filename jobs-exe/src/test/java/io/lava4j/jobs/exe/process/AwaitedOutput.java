package io.lava4j.jobs.exe.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An output, and what is to happen when a thread waits for it: without a limit, the program having ended.
 *
 * @param output the output
 * @param whenAwaited is given that thread, in another one
 */
record AwaitedOutput(Output output, Consumer<Thread> whenAwaited) implements Output {

    @Override
    public Path directory() {
        return output.directory();
    }

    @Override
    public void direct(ProcessBuilder builder) {
        output.direct(builder);
    }

    @Override
    public void begin(Process process) {
        output.begin(process);
    }

    @Override
    public void await() throws InterruptedException {
        Thread runner = Thread.currentThread();
        Thread watcher = new Thread(() -> watch(runner));
        watcher.setDaemon(true);
        watcher.start();
        try {
            output.await();
        } finally {
            watcher.interrupt();
        }
    }

    private void watch(Thread runner) {
        while (runner.getState() != Thread.State.WAITING) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
        whenAwaited.accept(runner);
    }

    @Override
    public void leave() {
        output.leave();
    }

    @Override
    public String errorBegins() {
        return output.errorBegins();
    }

    @Override
    public Map<String, Path> files() {
        return output.files();
    }
}
