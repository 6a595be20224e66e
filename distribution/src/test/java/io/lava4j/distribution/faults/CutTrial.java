package io.lava4j.distribution.faults;

import java.io.IOException;

/** The database connection ends at one moment of a load, in one way or the other. */
record CutTrial(Ground ground, Way way, Point point, Kind kind) implements Trial {

    @Override
    public String what() {
        return point.text;
    }

    @Override
    public Verdict run(Laboratory laboratory) {
        long start = System.nanoTime();
        Site site = laboratory.site(laboratory.servers().shared(ground), way);
        site.limited("stall_limit", kind == Kind.CONNECTION_SILENT ? "5 s" : "5 m");
        Trap trap = Trap.at(point, way, laboratory.script(ground, way), ground, strike());
        laboratory.front().rule(site.bucket(), S3Rule.watchedBy(trap));
        try (Wire wire = new Wire(site.served().port(), trap)) {
            Inspection inspection = new Inspection(laboratory, site, Answer.of(site.run(wire.port())));
            inspection.require(trap.hasSprung(), "the moment never came: " + trap.difference());
            if (kind == Kind.CONNECTION_RESET) {
                inspection.tidy();
            } else if (point.ordinal() < Point.LOCK_ANSWER.ordinal()) {
                inspection.silent();
            }
            return inspection.verdict(this, start);
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }

    private Trap.Strike strike() {
        return kind == Kind.CONNECTION_SILENT ? Wire.Link::silence : Wire.Link::reset;
    }
}
