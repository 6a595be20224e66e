package io.lava4j.core.spi;

/**
 * One configured connection, live.
 *
 * <p>What it can do it says by the capabilities it implements: {@link SqlSource}, {@link LoadTarget}, {@link
 * CommandLine}. Core closes it when the job ends.
 */
public interface Connector extends AutoCloseable {

    /** Gives back whatever it holds. Called once, also after a failure; must not throw. */
    @Override
    void close();
}
