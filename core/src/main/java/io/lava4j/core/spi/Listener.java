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

    /**
     * Whether it wants the output of programs as it comes. Asked once, before a program starts.
     *
     * @return false unless a listener says otherwise: then output is kept where the job type says
     */
    default boolean hearsOutput() {
        return false;
    }

    /**
     * A program of the job has written something. Called only if {@link #hearsOutput}, from a thread for each channel; the
     * program waits meanwhile.
     *
     * @param channel where it wrote
     * @param bytes what; not always whole characters
     */
    default void output(Channel channel, byte[] bytes) {}

    /** Where a program writes. */
    enum Channel {
        /** Its standard output. */
        OUT,
        /** Its standard error. */
        ERR
    }
}
