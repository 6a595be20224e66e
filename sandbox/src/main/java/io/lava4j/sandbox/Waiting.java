package io.lava4j.sandbox;

import java.util.concurrent.TimeUnit;

/** Waits for processes; an interrupt ends the wait as an error. */
final class Waiting {
    private Waiting() {}

    static int forEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static boolean forEnd(Process process, long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static SandboxException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SandboxException("The sandbox was interrupted while it waited", cause);
    }
}
