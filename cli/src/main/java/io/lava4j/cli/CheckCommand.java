package io.lava4j.cli;

import io.lava4j.core.CheckRequest;
import io.lava4j.core.CheckResult;
import io.lava4j.core.spi.Listener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lava check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Walks the way of a connection, step by step, and says what was seen; changes nothing. Exit status 1 when a"
                        + " step failed, 2 when it was the spec.",
        footer = {
            "",
            "Examples:",
            "  lava check dwh",
            "  lava check dwh --table sales.orders",
            "  lava check dwh --load-from s3://my-bucket/orders/ --json"
        })
final class CheckCommand implements Callable<Integer> {

    /** How long a stop may take: more than a server is given for its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Session session;

    @Parameters(paramLabel = "CONN_ID", description = "The conn_id of the connection.")
    private String connection;

    @Option(
            names = "--load-from",
            paramLabel = "S3_URI",
            description = "Look at the objects under a prefix of a bucket, too: listed and read as a job would.")
    private Optional<String> loadFrom = Optional.empty();

    @Option(
            names = "--table",
            paramLabel = "[SCHEMA.]TABLE",
            description = "Look at the rights on this table; else at those on the connection's database.")
    private Optional<String> table = Optional.empty();

    @Mixin
    private final Place place = new Place();

    @Option(names = "--json", description = "Print the result as JSON, and nothing else, on stdout.")
    private boolean json;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CheckRequest request = new CheckRequest(connection, table, loadFrom);
        StepText text = new StepText(session.results());
        return new Interruption(session.err(), PATIENCE, () -> {})
                .during(() -> check(request, text), CheckResult::exitStatus, result -> tell(result, text));
    }

    private CheckResult check(CheckRequest request, StepText text) {
        try (Engine engine = place.start(session, events())) {
            return engine.check(request, json ? step -> {} : text::tell);
        }
    }

    private void tell(CheckResult result, StepText text) {
        if (json) {
            session.out().println(result.toJson());
        } else {
            text.tell(result);
        }
    }

    private Listener events() {
        return new Listener() {
            @Override
            public void event(String sentence) {
                if (!json) {
                    session.messages().remark(sentence);
                }
            }
        };
    }
}
