package io.lava4j.sandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A shell that outlives this JVM should it be killed: when its standard input ends without {@code done}, it kills the
 * servers it was told of and removes the sandbox's folder.
 */
final class Watcher {
    // A terminal's Ctrl-C reaches the shell too: it must live on until the JVM has ended.
    private static final String SCRIPT =
            """
            trap '' HUP INT QUIT TERM
            while read -r verb pid; do
              case $verb in
                watch) pids="$pids $pid" ;;
                forget) kept=; for p in $pids; do [ "$p" = "$pid" ] || kept="$kept $p"; done; pids=$kept ;;
                done) exit 0 ;;
              esac
            done
            for p in $pids; do kill -9 "$p"; done
            for try in 1 2 3 4 5; do rm -rf "$1" && break; sleep 1; done
            """;

    private final Process shell;
    private final BufferedWriter orders;

    private Watcher(Process shell) {
        this.shell = shell;
        this.orders = shell.outputWriter();
    }

    static Watcher over(Path folder) {
        try {
            return new Watcher(new ProcessBuilder("sh", "-c", SCRIPT, "lava-sandbox-watcher", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new SandboxException("The sandbox cannot start 'sh', which ends its servers should this JVM die", e);
        }
    }

    /** Without a watcher no server may start: it could be left behind. */
    void watch(Process process) {
        if (!order("watch " + process.pid())) {
            throw new SandboxException(
                    "The sandbox's watcher has ended: nothing would end the servers should this JVM die");
        }
    }

    void forget(Process process) {
        order("forget " + process.pid());
    }

    /** All is gone already: the shell ends and does nothing. */
    void dismiss() {
        order("done");
        shell.onExit().join();
    }

    /** Whether the shell is there to read it. */
    private synchronized boolean order(String line) {
        try {
            orders.write(line);
            orders.newLine();
            orders.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
