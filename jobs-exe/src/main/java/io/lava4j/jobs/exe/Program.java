package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import java.nio.file.Path;

/**
 * A program that is ready to run.
 *
 * @param file the program
 * @param directory where it works
 */
record Program(Path file, Path directory) {

    static Program alone(Payload payload, Path file) {
        return new Program(file, file.getParent());
    }

    static Program packed(Payload payload, Path packed, Path directory, CommandLine line) {
        throw new JobFailedException("package '" + payload.object().uri() + "': not there yet");
    }
}
