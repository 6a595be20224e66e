package io.lava4j.cli;

import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is logged on stderr. */
final class Verbosity {

    /** At DEBUG they write what they sign, and the session token is part of it. */
    private static final String SIGNERS = "software.amazon.awssdk.http.auth.aws.internal.signer";

    private static final String SETTINGS = "org.slf4j.simpleLogger.";

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
        if (given.length > 0) {
            set("showDateTime", "true");
            set("dateTimeFormat", "HH:mm:ss.SSS");
        }
        set("defaultLogLevel", libraries);
        set("log.io.lava4j", given.length > 1 ? "debug" : libraries);
        silenceSigners(libraries);
        startLogger();
    }

    /** Even where a user asks for more of one of them: the most specific setting wins. */
    private static void silenceSigners(String level) {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTINGS + "log." + SIGNERS))
                .forEach(System::clearProperty);
        set("log." + SIGNERS, level);
    }

    /** SLF4J would look for a logger and its settings in every jar, which takes as long as Java's own start. */
    private static void startLogger() {
        Optional<Module> logger = Optional.ofNullable(
                        Verbosity.class.getModule().getLayer())
                .flatMap(layer -> layer.findModule("org.slf4j.simple"));
        if (logger.isEmpty()) {
            return;
        }
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN"); // else it tells of that name
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        LoggerFactory.getILoggerFactory();
        thread.setContextClassLoader(loader);
    }

    private static void set(String name, String value) {
        System.setProperty(SETTINGS + name, value);
    }
}
