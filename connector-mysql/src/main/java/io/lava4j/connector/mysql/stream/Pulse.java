package io.lava4j.connector.mysql.stream;

import java.time.Duration;

/** When a load last moved, and what it waits for. Written by the thread that loads, read by the one that watches. */
public final class Pulse {

    private volatile long lastBeat = System.nanoTime();
    private volatile boolean dataAwaited;

    /** The load asks for data. */
    public void waitsForData() {
        dataAwaited = true;
        beat();
    }

    /** The load has handed data, or a statement, to the server. */
    public void waitsForServer() {
        dataAwaited = false;
        beat();
    }

    /** Data has come, if not to this load's hands then on its way to them. */
    public void dataMoves() {
        if (dataAwaited) {
            beat();
        }
    }

    /** It moved. */
    public void beat() {
        lastBeat = System.nanoTime();
    }

    /** Whether the next step is up to the source of the data; else it is up to the server. */
    public boolean isDataAwaited() {
        return dataAwaited;
    }

    /** How long nothing has moved. */
    public Duration still() {
        return Duration.ofNanos(System.nanoTime() - lastBeat);
    }
}
