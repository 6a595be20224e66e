package io.lava4j.jobs.exe;

import io.lava4j.jobs.exe.process.Ending;
import java.time.Duration;

/** How a program failed, for a person. */
record Failure(Payload payload, Ending ending, Duration limit) {

    String told(String error) {
        String what = "payload '" + payload.object().uri() + "' " + how();
        return error.isBlank() ? what + "; it wrote nothing to stderr" : what + "; its stderr begins: " + error.strip();
    }

    private String how() {
        if (ending.timedOut()) {
            return "did not end within its time limit of " + seconds() + " s and was stopped: make it faster, or"
                    + " 'timeout' longer";
        }
        return ending.status() < 0 ? "died of signal " + -ending.status() : "ended with exit status " + ending.status();
    }

    private String seconds() {
        return limit.toMillis() % 1000 == 0
                ? Long.toString(limit.toSeconds())
                : Double.toString(limit.toMillis() / 1000.0);
    }
}
