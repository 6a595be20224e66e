package io.lava4j.core.spi;

/** Hears of a run while it goes on. Called from the thread that runs the job, or one that works for it; must be quick. */
public interface Listener {

    /**
     * Something worth telling has happened.
     *
     * @param sentence what, for a person; part of the job's result as well
     */
    default void event(String sentence) {}

    /**
     * Data has moved. Called often: many times a second.
     *
     * @param bytes how many bytes of the data have been handed over so far
     * @param total how many there are in all
     */
    default void progress(long bytes, long total) {}
}
