package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The realm that somebody has chosen.
 *
 * @param name its name, if one is chosen
 */
record RealmChoice(Supplier<Optional<String>> name) {

    /** The name, which is asked for now; a fault names the subject. */
    String of(String subject) {
        return name.get()
                .orElseThrow(() -> new ConfigurationException(subject
                        + ": no realm is given: name one (--realm or LAVA_REALM); a directory of specs may name its"
                        + " own in a realm file"));
    }
}
