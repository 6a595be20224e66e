package io.lava4j.jobs.exe.archive;

import java.io.IOException;

/** What is wrong with an archive; its message is said of it: {@code holds …}. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
