package io.lava4j.distribution.faults;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The database server is killed, with {@code kill -9}, at one moment of a load, and started again. */
record ServerKillTrial(Ground ground, Way way, Point point) implements Trial {

    @Override
    public String what() {
        return point.text;
    }

    @Override
    public Kind kind() {
        return Kind.SERVER_KILLED;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        Script script = laboratory.script(ground, way);
        Served served = laboratory.servers().mortal(ground);
        synchronized (served) {
            if (!served.server().process().isAlive()) {
                // MySQL 8.0.31 may end itself when a database is dropped that has lived through its death.
                served.server().restart();
            }
            return run(laboratory, script, served);
        }
    }

    private Verdict run(Laboratory laboratory, Script script, Served served) {
        long start = System.nanoTime();
        Site site = laboratory.site(served, way);
        CompletableFuture<Void> restarted = new CompletableFuture<>();
        Trap trap = Trap.at(point, way, script, ground, link -> restart(served, link, restarted));
        laboratory.front().rule(site.bucket(), S3Rule.watchedBy(trap));
        try (Wire wire = new Wire(served.port(), trap)) {
            Answer answer = Answer.of(site.run(wire.port()));
            Inspection inspection = new Inspection(laboratory, site, answer);
            inspection.require(trap.hasSprung(), "the moment never came: " + trap.difference());
            restarted.join();
            return inspection.verdict(this, start);
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }

    private static void restart(Served served, Wire.Link link, CompletableFuture<Void> restarted) {
        served.server().process().destroyForcibly();
        served.server().process().onExit().join();
        link.reset();
        CompletableFuture.runAsync(served.server()::restart).whenComplete((done, failed) -> {
            if (failed == null) {
                restarted.complete(done);
            } else {
                restarted.completeExceptionally(failed);
            }
        });
    }
}
