package io.lava4j.distribution.faults;

/** One fault in one load. */
interface Trial {

    /** Unique in the catalogue. */
    default String name() {
        return (kind() + " " + ground() + " " + way() + " " + what()).strip();
    }

    Kind kind();

    Ground ground();

    Way way();

    /** Which of its kind: the moment at which it comes, or what it is; empty where there is but one. */
    String what();

    /** Has the load, and the fault in it; then looks at what came of it. */
    Verdict run(Laboratory laboratory);
}
