/**
 * What a connector, a job or a store implements, and what it is handed.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader}. A provider is cheap, has no state and does no I/O; what it
 * gives is live and is closed by the one who asked for it. Signatures hold only types of the JDK and of this module, so
 * a plugin may bring libraries of its own. Unless a method says otherwise it is called by one thread at a time, the one
 * that runs the job.
 */
package io.lava4j.core.spi;
