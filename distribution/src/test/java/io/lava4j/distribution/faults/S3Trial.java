package io.lava4j.distribution.faults;

import io.lava4j.distribution.faults.S3Fault.Times;
import java.io.IOException;

/** S3 does a fault to the answer that a load reads. */
record S3Trial(Ground ground, Way way, S3Fault fault, Times times) implements Trial {

    @Override
    public String what() {
        return fault.text;
    }

    @Override
    public Kind kind() {
        return times == Times.ONCE ? Kind.S3_ONCE : Kind.S3_FOR_GOOD;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        long start = System.nanoTime();
        Site site = laboratory.site(laboratory.servers().shared(ground), way).limited("stall_limit", limit());
        Trap trap = Trap.none();
        S3Trouble trouble = new S3Trouble(fault, times, trap, site);
        laboratory.front().rule(site.bucket(), trouble);
        try (Wire wire = new Wire(site.served().port(), trap)) {
            Inspection inspection = new Inspection(laboratory, site, Answer.of(site.run(wire.port())));
            inspection.require(trouble.hasHappened(), "the fault never came");
            inspection.tidy();
            if (fault == S3Fault.TRICKLE || times == Times.ONCE && ground.path.equals("client")) {
                inspection.require(inspection.told().equals("done"), "what moves was ended, or was not resumed");
            }
            if (times == Times.FOR_GOOD) {
                inspection.require(inspection.told().equals("not done"), "loaded without its data");
            }
            return inspection.verdict(this, start);
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }

    /** The stand-in does not show a session at work that waits for S3, as it is another who reads. */
    private String limit() {
        boolean matters = fault == S3Fault.STALL || fault == S3Fault.TRICKLE && ground.path.equals("client");
        return matters ? "5 s" : "5 m";
    }
}
