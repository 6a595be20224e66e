package io.lava4j.jobs.dbfroms3;

/** What is wrong with one entry of {@code args}; caught where all of them are collected. */
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    Fault(String message) {
        super(message);
    }
}
