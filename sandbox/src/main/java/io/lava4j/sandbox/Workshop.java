package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.Map;

/**
 * What every server of one sandbox is started with.
 *
 * @param folder the sandbox's own, removed at the end
 * @param environment of this process
 */
record Workshop(Home home, Platform platform, Map<String, String> environment, Path folder, Processes processes) {}
