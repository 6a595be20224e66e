package io.lava4j.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process, now and later: a number that is given again to another process is told by when that one started.
 *
 * @param pid its number
 * @param start when it started: on Linux in ticks since the machine started, which no change of the clock moves
 * @param space which numbering of processes is meant: containers may share a directory, and each counts for itself
 */
record ProcessIdentity(long pid, long start, long space) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})-([0-9]{1,18})");
    private static final Pattern SPACE = Pattern.compile("pid:\\[([0-9]{1,18})\\]");
    private static final int START = 22;

    /** Of a process that is dead, and whose parent has not asked yet. */
    private static final long NEVER = -1;

    static ProcessIdentity own() {
        long pid = ProcessHandle.current().pid();
        return new ProcessIdentity(pid, start(pid).orElse(0), ownSpace());
    }

    static Optional<ProcessIdentity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ProcessIdentity(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    /** Whether it is of our own numbering, and so can be looked for: one of another may be alive whatever is seen. */
    boolean isNear() {
        return space == ownSpace();
    }

    /** Whether it is near and not there any more. */
    boolean isDead() {
        boolean gone = ProcessHandle.of(pid).isEmpty();
        OptionalLong now = start(pid);
        return isNear() && (gone || now.isPresent() && now.getAsLong() != start);
    }

    @Override
    public String toString() {
        return pid + "-" + start + "-" + space;
    }

    private static OptionalLong start(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is a name in brackets, which may hold anything; the third follows it.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return OptionalLong.of(fields[0].equals("Z") ? NEVER : Long.parseLong(fields[START - 3]));
        } catch (IOException notLinux) {
            return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()).stream()
                    .mapToLong(Instant::toEpochMilli)
                    .findFirst();
        }
    }

    private static long ownSpace() {
        try {
            String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            Matcher matcher = SPACE.matcher(link);
            return matcher.matches() ? number(matcher, 1) : 0;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private static long number(MatchResult matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
