package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that was said to a user, to look for secrets in it. */
final class Told implements Listener {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    void add(Object text) {
        texts.add(String.valueOf(text));
    }

    /** Its message, and those of all its causes: a log may show them. */
    <E extends Throwable> E add(E failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            texts.add(String.valueOf(cause));
        }
        return failure;
    }

    @Override
    public void event(String sentence) {
        add(sentence);
    }

    void assertSilentOn(Secret secret) {
        assertEquals(
                List.of(),
                texts.stream()
                        .filter(text -> !secret.reveal().isEmpty() && text.contains(secret.reveal()))
                        .toList(),
                "a secret is told");
    }
}
