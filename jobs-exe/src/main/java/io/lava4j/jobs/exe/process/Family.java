package io.lava4j.jobs.exe.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The descendants of a program at one moment, wherever they have gone to.
 *
 * @param members the processes
 */
record Family(List<ProcessHandle> members) {

    private static final long PAUSE_MILLIS = 50;

    static Family of(Optional<Long> program) {
        return new Family(program.flatMap(ProcessHandle::of).stream()
                .flatMap(ProcessHandle::descendants)
                .toList());
    }

    /** SIGTERM, and SIGKILL after a time of grace. */
    void end(Duration grace) {
        members.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + grace.toNanos();
        boolean interrupted = false;
        while (members.stream().anyMatch(Family::isRunning) && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        members.forEach(ProcessHandle::destroyForcibly);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that has ended, and whose parent has not asked, is there and has no program any more. */
    private static boolean isRunning(ProcessHandle member) {
        return member.isAlive() && member.info().command().isPresent();
    }
}
