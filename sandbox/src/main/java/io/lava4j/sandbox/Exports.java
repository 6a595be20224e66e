package io.lava4j.sandbox;

import java.util.Map;
import java.util.stream.Collectors;

/** Environment variables as lines for a POSIX shell. */
record Exports(Map<String, String> variables) {
    String lines() {
        return variables.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
