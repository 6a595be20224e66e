package io.lava4j.core.run;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SqlSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Walks the way of one connection, from its spec to whatever is at its end. Used once, by one thread. */
public final class ConnectionCheck {

    private static final String SPEC = "spec valid";
    private static final String SECRET = "secret readable";
    private static final int WRONG_SPEC = 2;

    private final Environment environment;
    private final Supplier<Optional<String>> realmChoice;
    private final Listener listener;
    private final String connId;
    private final Steps steps;
    private String realm = "";
    private int specFault = WRONG_SPEC;
    private boolean tellsItself;
    private Optional<Connections> connections = Optional.empty();
    private Optional<ValidConnection> valid = Optional.empty();
    private Optional<Spec> complete = Optional.empty();

    /**
     * Looks at nothing yet.
     *
     * @param environment what runs share
     * @param realmChoice gives the name of the realm, if one is chosen
     * @param listener hears of events of a connector that takes no steps
     * @param connId which connection
     * @param hearer is told of each step as it ends
     */
    public ConnectionCheck(
            Environment environment,
            Supplier<Optional<String>> realmChoice,
            Listener listener,
            String connId,
            Consumer<StepOutcome> hearer) {
        this.environment = environment;
        this.realmChoice = realmChoice;
        this.listener = listener;
        this.connId = connId;
        this.steps = new Steps("connection '" + connId + "'", hearer);
    }

    /**
     * Walks.
     *
     * @param table the table to look at; empty for whatever a job may fill
     * @param loadFrom {@code s3://bucket/prefix} to look at too
     * @return how each step ended
     */
    public CheckOutcome walk(Optional<String> table, Optional<String> loadFrom) {
        try {
            steps.step(SPEC, List.of(), this::spec);
            steps.step(SECRET, List.of(SPEC), this::secret);
            if (complete.isPresent()) {
                connection(valid.orElseThrow(), complete.get(), table);
            } else {
                steps.skip("connection", "needs '" + (valid.isPresent() ? SECRET : SPEC) + "'");
            }
            loadFrom.ifPresent(location -> new ObjectSteps(location, environment.stores()::objects).take(steps));
        } finally {
            connections.ifPresent(Connections::close);
        }
        return outcome();
    }

    private CheckOutcome outcome() {
        int failed = steps.isWell(SPEC) ? 1 : specFault;
        return new CheckOutcome(
                steps.hasFailure() ? failed : 0,
                valid.map(ValidConnection::type).orElse(""),
                realm,
                steps.taken(),
                steps.statements());
    }

    /** A fault of the spec is told with whose it is. */
    private Finding spec() {
        try {
            return found();
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (LavaException wrong) {
            // Where it is kept may not answer: then nothing is wrong with it.
            specFault = wrong.exitStatus();
            return Finding.failed(wrong.getMessage(), "");
        }
    }

    private Finding found() {
        realm = new RealmChoice(realmChoice).of("connection '" + connId + "'");
        SpecLoader specs = new SpecLoader(environment);
        String application = new ApplicationName(specs.realm(realm)).of(realm, "");
        Connections opened = new Connections(environment, specs, realm, application, events());
        connections = Optional.of(opened);
        ValidConnection found = opened.valid(connId);
        valid = Optional.of(found);
        return Finding.ok(
                "type '" + found.type() + "', in " + found.parsed().document().name() + ", realm '" + realm + "'");
    }

    private Finding secret() {
        ConnectionSecrets secrets = secrets();
        SecretStep step = new SecretStep(valid.orElseThrow(), realm, secrets, environment.stores()::secrets);
        try {
            complete = Optional.of(secrets.complete());
            return step.found();
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (LavaException failure) {
            complete = secrets.withoutSecret();
            return step.failed(failure);
        }
    }

    /** What a connector tells by its steps it need not tell as it does in a run. */
    private Listener events() {
        return new Listener() {
            @Override
            public void event(String sentence) {
                if (!tellsItself) {
                    listener.event(sentence);
                }
            }
        };
    }

    private ConnectionSecrets secrets() {
        return connections.orElseThrow().secrets(valid.orElseThrow());
    }

    private void connection(ValidConnection checked, Spec spec, Optional<String> table) {
        if (steps.isWell(SECRET)) {
            secrets().own().ifPresent(own -> own.check(spec, steps));
        }
        steps.gather(Connector.Checkup.CREDENTIALS);
        connector(checked, spec).ifPresent(connector -> {
            try (connector) {
                if (connector instanceof Connector.Checkable checkable) {
                    tellsItself = true;
                    checkable.check(table, steps);
                } else {
                    plain(connector, checked);
                }
            }
        });
    }

    /** Told of as a step only when it cannot be made: it is no step of the way. */
    private Optional<Connector> connector(ValidConnection checked, Spec spec) {
        try {
            return Optional.of(connections.orElseThrow().connect(checked, secrets(), spec));
        } catch (LavaException refused) {
            steps.step("settings usable", List.of(), () -> {
                throw refused;
            });
            return Optional.empty();
        }
    }

    /** Of a connector that knows no steps. */
    private void plain(Connector connector, ValidConnection checked) {
        if (connector instanceof SqlSource source) {
            steps.step("connects", List.of(Connector.Checkup.CREDENTIALS), () -> {
                source.open().close();
                return Finding.ok("a session was opened");
            });
        } else {
            steps.skip("connects", "type '" + checked.type() + "' has no steps of its own to take");
        }
    }
}
