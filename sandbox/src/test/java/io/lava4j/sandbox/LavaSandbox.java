package io.lava4j.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged program as a process of its own. */
final class LavaSandbox {
    private static final Pattern EXPORT = Pattern.compile("export ([A-Z0-9_]+)='(.*)'");

    private final Process process;

    private LavaSandbox(Process process) {
        this.process = process;
    }

    static LavaSandbox start(Map<String, String> environment, Path errors, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(Home.find().directory().resolve("bin/lava-sandbox").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new LavaSandbox(builder.start());
    }

    Process process() {
        return process;
    }

    /** Reads what {@code up} prints until the last line of it. */
    Map<String, String> exports() throws IOException {
        var variables = new TreeMap<String, String>();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            var export = EXPORT.matcher(line);
            if (!export.matches()) {
                throw new AssertionError("not an export: " + line);
            }
            variables.put(export.group(1), export.group(2));
            if (line.startsWith("export LAVA_SANDBOX_BUCKET")) {
                return variables;
            }
        }
        throw new AssertionError("lava-sandbox ended after " + variables);
    }

    String output() throws IOException {
        return process.inputReader().lines().collect(Collectors.joining("\n"));
    }
}
