package io.lava4j.distribution.faults;

import io.lava4j.sandbox.AuroraServer;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.ServerOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The servers of all trials; those of a kind share one, and what ends or fills a server has one of its own. */
final class Servers {

    /** Together they would use up what the machine has of it. */
    private static final String WITHOUT_AIO = "--innodb-use-native-aio=OFF";

    private final Sandbox sandbox;
    private final URI s3;
    private final Map<String, Served> started = new ConcurrentHashMap<>();

    Servers(Sandbox sandbox, URI s3) {
        this.sandbox = sandbox;
        this.s3 = s3;
    }

    /** For trials that leave the server alone. */
    Served shared(Ground ground) {
        return of(ground, "shared", ServerOptions.standard().with("--max-connections=400"));
    }

    /** To be killed, by one trial at a time. */
    Served mortal(Ground ground) {
        return of(ground, "mortal", ServerOptions.standard().with("--max-connections=152"));
    }

    /** All tables are in one file that cannot grow beyond a few megabytes, as on a disk that is full. */
    Served cramped(Ground ground) {
        return of(
                ground,
                "cramped",
                ServerOptions.standard()
                        .with("--innodb-file-per-table=OFF")
                        .with("--innodb-data-file-path=ibdata1:12M:autoextend:max:24M"));
    }

    /** With packets far smaller than the object; or by whose clock the sessions of users are early or late. */
    Served set(Ground ground, SettingTrial.Setting setting) {
        String option =
                switch (setting) {
                    // MySQL's own views of roles, which the server path asks, need more.
                    case PACKETS -> "--max-allowed-packet=" + (ground == Ground.AURORA ? 65_536 : 4_096);
                    case CLOCK_AHEAD -> "--init-connect=SET timestamp = UNIX_TIMESTAMP() + 300";
                    case CLOCK_BEHIND -> "--init-connect=SET timestamp = UNIX_TIMESTAMP() - 300";
                };
        return of(ground, setting.name(), ServerOptions.standard().with(option));
    }

    private Served of(Ground ground, String kind, ServerOptions options) {
        return started.computeIfAbsent(kind + ground, name -> start(ground, options.with(WITHOUT_AIO)));
    }

    private Served start(Ground ground, ServerOptions options) {
        if (ground == Ground.AURORA) {
            AuroraServer aurora = sandbox.aurora(options, s3);
            return new Served(ground, aurora.port(), aurora.behind());
        }
        DatabaseServer server = ground == Ground.MYSQL ? sandbox.mysql(options) : sandbox.mariadb(options);
        return new Served(ground, server.port(), server);
    }
}
