package io.lava4j.distribution.faults;

/** One fault in one load. */
interface Trial {

    /** Unique in the catalogue. */
    String name();

    Kind kind();

    /** Has the load, and the fault in it; then looks at what came of it. */
    Verdict run(Laboratory laboratory);
}
