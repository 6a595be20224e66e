package io.lava4j.connector.mysql.load;

import io.lava4j.core.spi.Listener;

/** Lets several threads speak to a listener, one at a time. */
final class OneVoice implements Listener {

    private final Listener listener;

    OneVoice(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void event(String sentence) {
        listener.event(sentence);
    }

    @Override
    public synchronized void progress(long bytes, long total) {
        listener.progress(bytes, total);
    }
}
