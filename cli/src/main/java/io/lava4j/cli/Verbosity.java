package io.lava4j.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is logged on stderr. */
final class Verbosity {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what is done, and print a stack trace with an error; -vv logs more.")
    private boolean[] given = {};

    boolean stackTraces() {
        return given.length > 0;
    }

    /**
     * Sets the logger up; must come before the first logger is made. Libraries stay at INFO: at DEBUG the AWS SDK and
     * Connector/J write requests, and with them secrets.
     */
    void apply() {
        String libraries = given.length == 0 ? "warn" : "info";
        set("logFile", "System.err");
        set("showThreadName", "false");
        set("showDateTime", "true");
        set("dateTimeFormat", "HH:mm:ss.SSS");
        set("defaultLogLevel", libraries);
        set("log.io.lava4j", given.length > 1 ? "debug" : libraries);
    }

    private static void set(String name, String value) {
        System.setProperty("org.slf4j.simpleLogger." + name, value);
    }
}
