package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;

/** Lets a listener's exception end a load that is under way, and not one that is done. */
final class LateListener implements Listener {

    private final Listener listener;
    private final Thread caller;
    private volatile boolean done;

    /**
     * Makes it.
     *
     * @param listener the listener
     * @param caller whose handler of uncaught exceptions hears of those that come too late
     */
    LateListener(Listener listener, Thread caller) {
        this.listener = listener;
        this.caller = caller;
    }

    /** From here on nothing that the listener does can fail the load. */
    void loadIsDone() {
        done = true;
    }

    /** An event that never fails the load. */
    void aside(String sentence) {
        try {
            listener.event(sentence);
        } catch (RuntimeException | Error fault) {
            report(fault);
        }
    }

    @Override
    public void event(String sentence) {
        tell(() -> listener.event(sentence));
    }

    @Override
    public void progress(long bytes, long total) {
        tell(() -> listener.progress(bytes, total));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | Error fault) {
            if (!done) {
                throw fault;
            }
            report(fault);
        }
    }

    private void report(Throwable fault) {
        caller.getUncaughtExceptionHandler().uncaughtException(caller, fault);
    }
}
