package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The database servers of one sandbox, each started when it is first asked for. */
final class Databases {
    private final Workshop workshop;
    private final Lazy<Installation> mysql;
    private final Lazy<Installation> mariadb;
    private final Map<Variant, Lazy<DatabaseServer>> servers = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Databases(Workshop workshop) {
        this.workshop = workshop;
        this.mysql = new Lazy<>(() -> Installation.of(new MySqlProduct(), workshop));
        this.mariadb = new Lazy<>(() -> Installation.of(new MariaDbProduct(), workshop));
    }

    DatabaseServer mysql(ServerOptions options) {
        return server(mysql, options);
    }

    DatabaseServer mariadb(ServerOptions options) {
        return server(mariadb, options);
    }

    private DatabaseServer server(Lazy<Installation> installation, ServerOptions options) {
        return servers.computeIfAbsent(
                        new Variant(installation, options), variant -> new Lazy<>(() -> start(installation, options)))
                .get();
    }

    private DatabaseServer start(Lazy<Installation> installation, ServerOptions options) {
        Path folder = workshop.folder().resolve("database-" + numbers.incrementAndGet());
        return new DatabaseStart(installation.get(), options, workshop, folder).start();
    }

    private record Variant(Lazy<Installation> installation, ServerOptions options) {}
}
