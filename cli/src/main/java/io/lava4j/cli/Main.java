package io.lava4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The lava command as a process: the one place that knows environment, standard streams and exit status. */
public final class Main {

    /** Set by bin/lava, since Java 17 cannot tell: whether stdout and stderr are a terminal, and the columns of the first. */
    private static final String OUT_TERMINAL = "lava4j.stdout.terminal";

    private static final String ERR_TERMINAL = "lava4j.stderr.terminal";
    private static final String COLUMNS = "lava4j.columns";

    /** Set by bin/lava: the folder of plugins. */
    private static final String PLUGINS = "lava4j.plugins";

    private static final String LOST =
            "stdout: cannot be written (%s), and what it got is not all; make room there, or send it elsewhere";

    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param arguments as the shell gives them
     */
    public static void main(String[] arguments) {
        // Needs no parser of commands, and no end by System.exit: both take longer to load than Java itself.
        ResultStream results = results();
        if (ProductVersion.isAskedBy(arguments)) {
            print(results).println(ProductVersion.text());
            if (results.loss().isPresent()) {
                System.exit(told(results, session(results), 0));
            }
        } else {
            Session session = session(results);
            System.exit(told(results, session, LavaCommand.execute(session, arguments)));
        }
    }

    /** Tells of a result that could not be written, which is a failure. */
    private static int told(ResultStream results, Session session, int status) {
        results.loss().ifPresent(reason -> session.messages().fault(LOST.formatted(reason)));
        return status == 0 && results.loss().isPresent() ? 1 : status;
    }

    static ResultStream results() {
        return new ResultStream(new FileOutputStream(FileDescriptor.out));
    }

    static Session session(ResultStream results) {
        Terminal terminal = Terminal.of(
                Boolean.getBoolean(OUT_TERMINAL),
                Boolean.getBoolean(ERR_TERMINAL),
                System.getProperty(COLUMNS, ""),
                System.getenv());
        StatusStream stderr = new StatusStream(new FileOutputStream(FileDescriptor.err), terminal.rewrites());
        PrintStream err = print(stderr);
        // For the logger: its lines, too, must clear the status first.
        System.setErr(err);
        Optional<Path> plugins =
                Optional.ofNullable(System.getProperty(PLUGINS)).map(Path::of);
        return new Session(System.getenv(), terminal, print(results), err, stderr, CoreEngine.with(plugins));
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
