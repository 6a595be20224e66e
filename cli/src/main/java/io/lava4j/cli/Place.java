package io.lava4j.cli;

import io.lava4j.core.spi.Listener;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where specs are, and of which realm. */
final class Place {

    @Option(
            names = "--specs",
            paramLabel = "DIR|STORE",
            description =
                    "The directory of specs, or a store of them, such as dynamodb:; else LAVA_SPECS, else the current directory.")
    private Optional<String> specs;

    @Option(
            names = "--realm",
            paramLabel = "REALM",
            description = "The realm; else LAVA_REALM, else what the specs say.")
    private Optional<String> realm;

    Engine start(Session session, Listener listener) {
        return session.engines().start(session.specs(specs), session.realm(realm), listener);
    }
}
