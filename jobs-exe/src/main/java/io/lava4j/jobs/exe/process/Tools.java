package io.lava4j.jobs.exe.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of this machine a program is run with.
 *
 * @param setsid gives a program a session of its own; not there everywhere
 * @param options those that let setsid wait for the program, and tell a signal from an exit status; empty where it cannot
 * @param sleep waits
 */
public record Tools(Optional<Path> setsid, String options, Path sleep) {

    private static final String WAIT = "-f -w";

    /** Those on PATH. */
    public static Tools found() {
        Optional<Path> setsid = onPath("setsid");
        boolean waits = setsid.filter(Tools::canWait).isPresent();
        return new Tools(setsid, waits ? WAIT : "", onPath("sleep").orElse(Path.of("/bin/sleep")));
    }

    private static Optional<Path> onPath(String program) {
        String path = new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean canWait(Path setsid) {
        try {
            Process tried = new ProcessBuilder(List.of(setsid.toString(), "-f", "-w", "/bin/sh", "-c", "exit 7"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor() == 7;
        } catch (IOException unusable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
