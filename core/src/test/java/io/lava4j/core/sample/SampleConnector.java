package io.lava4j.core.sample;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Counts the lines it is given, and tells what it is lent. A password is told by its hash alone. */
final class SampleConnector implements Connector, LoadTarget {

    /** There is no server. */
    private static final Connection UNASKED = (Connection) Proxy.newProxyInstance(
            SampleConnector.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                throw new AssertionError(method);
            });

    private final Spec spec;
    private final ConnectorProvider.Context context;
    private Credentials last;

    SampleConnector(Spec spec, ConnectorProvider.Context context) {
        this.spec = spec;
        this.context = context;
        context.event("opened " + spec.required("conn_id"));
    }

    void login() {
        tell("login", context.credentials());
    }

    void renew() {
        context.renewed(last)
                .ifPresentOrElse(other -> tell("renewed", other), () -> context.event("nothing has changed"));
    }

    void refusal() {
        context.event("refused: " + context.credentials().refusal().get());
    }

    void describe() {
        context.event(spec.text("host").orElse("") + ":" + spec.port("port").orElse(0) + " "
                + spec.text("description").orElse("-") + " as " + context.application());
    }

    String privateDirectory() {
        return context.privateDirectory().toString();
    }

    @Override
    public Prepared prepare(LoadRequest request) {
        return new Prepared() {
            @Override
            public Plan plan() {
                return new Plan(
                        request.target().schema(), request.target().table(), "client", reason(request), List.of());
            }

            @Override
            public Report run(Listener listener) {
                long rows = request.source().objects().stream()
                        .mapToLong(object -> lines(request, object))
                        .sum();
                listener.progress(request.source().bytes(), request.source().bytes());
                return new Report(rows, 0, 0, 0);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public void close() {
        context.event("closed " + spec.required("conn_id"));
    }

    private String reason(LoadRequest request) {
        Optional<S3LoadPath> path = context.s3LoadPath();
        try {
            return path.isPresent() ? path.get().refusal(request, UNASKED).orElseThrow() : "the only way";
        } catch (SQLException unasked) {
            throw new AssertionError(unasked);
        }
    }

    static String hash(String password) {
        return Integer.toHexString(new Secret(password).reveal().hashCode());
    }

    private void tell(String what, Credentials credentials) {
        last = credentials;
        context.event(what + " " + credentials.user() + "/"
                + hash(credentials.password().reveal()));
    }

    private static long lines(LoadRequest request, StoredObject object) {
        try (InputStream data = request.source().store().open(object)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
        } catch (IOException broken) {
            throw new JobFailedException("object '" + object.uri() + "' broke off", broken);
        }
    }
}
