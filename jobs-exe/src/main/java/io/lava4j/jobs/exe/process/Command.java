package io.lava4j.jobs.exe.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param words the program, by its absolute path, and its arguments
 * @param directory where it works
 * @param environment added to the environment of this process
 * @param limit how long it may take
 */
public record Command(List<String> words, Path directory, Map<String, String> environment, Duration limit) {}
