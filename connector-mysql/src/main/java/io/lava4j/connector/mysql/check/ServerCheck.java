package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.load.TargetCheck;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.Checkup;
import io.lava4j.core.spi.ConnectorProvider.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Walks the way to a server, in at its door, and to what may be done behind it. */
public final class ServerCheck implements Connector.Checkable {

    private static final String RESOLVES = "name resolves";
    private static final String ANSWERS = "port answers";
    private static final String TLS = "TLS";
    private static final String LOGIN = "login";

    private final ConnectionSettings settings;
    private final Dialler dialler;
    private final Context context;
    private final TargetCheck target;

    /** Dials nothing yet. */
    public ServerCheck(ConnectionSettings settings, Dialler dialler, Context context, TargetCheck target) {
        this.settings = settings;
        this.dialler = dialler;
        this.context = context;
        this.target = target;
    }

    @Override
    public void check(Optional<String> table, Checkup checkup) {
        try (WayIn way = new WayIn(settings)) {
            checkup.step(RESOLVES, List.of(), way::resolve);
            checkup.step(ANSWERS, List.of(RESOLVES), way::dial);
            checkup.step(TLS, List.of(ANSWERS), () -> new TlsStep(settings, InstantSource.system()).found(way.talk()));
            LoginStep login = new LoginStep(settings, dialler, context);
            checkup.step(LOGIN, List.of(Checkup.CREDENTIALS, TLS), () -> login.found(way));
            behind(login, table, checkup);
        }
    }

    private void behind(LoginStep login, Optional<String> table, Checkup checkup) {
        List<String> in = List.of(LOGIN);
        try {
            checkup.step("server", in, () -> ServerStep.found(login.session()));
            checkup.step("rights on the target", in, () -> target.rights(login.session(), settings.database(), table));
            checkup.step("table of runs", in, () -> target.runs(login.session(), settings.database()));
            context.s3LoadPath()
                    .ifPresent(path -> checkup.step("server-side load", in, () -> path.check(login.session())
                            .orElseGet(() -> Connector.Finding.ok("whether it works is not told beforehand"))));
        } finally {
            login.opened().ifPresent(ServerCheck::close);
        }
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException broken) {
            // Its end was wanted.
        }
    }
}
