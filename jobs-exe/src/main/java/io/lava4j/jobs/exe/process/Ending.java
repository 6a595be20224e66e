package io.lava4j.jobs.exe.process;

/**
 * How a program ended.
 *
 * @param status its exit status; -n when it died of signal n
 * @param timedOut whether it was stopped at its time limit, whatever it made of that
 */
public record Ending(int status, boolean timedOut) {}
