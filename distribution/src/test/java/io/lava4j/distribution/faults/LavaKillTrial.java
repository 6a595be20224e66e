package io.lava4j.distribution.faults;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The process of {@code bin/lava} is killed, with {@code kill -9}, at one moment of its load. */
record LavaKillTrial(Ground ground, Way way, Point point) implements Trial {

    @Override
    public String what() {
        return point.text;
    }

    @Override
    public Kind kind() {
        return Kind.LAVA_KILLED;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        laboratory.warmUp();
        long start = System.nanoTime();
        Site site = laboratory.site(laboratory.servers().shared(ground), way);
        CompletableFuture<Process> lava = new CompletableFuture<>();
        Trap trap = Trap.at(point, way, laboratory.script(ground, way), ground, link -> kill(lava.join(), link));
        laboratory.front().rule(site.bucket(), S3Rule.watchedBy(trap));
        try (Wire wire = new Wire(site.served().port(), trap)) {
            Process process = laboratory.lava(site.dialling(wire.port()));
            lava.complete(process);
            int status = process.waitFor();
            Inspection inspection = new Inspection(laboratory, site, Answer.NONE);
            inspection.require(
                    trap.hasSprung() && status == 137,
                    "the moment never came: status " + status + ", " + trap.difference());
            return inspection
                    .clearedAway(() -> Laboratory.leftBy(process.pid()))
                    .verdict(this, start);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void kill(Process process, Wire.Link link) {
        process.destroyForcibly().onExit().join();
        link.close();
    }
}
