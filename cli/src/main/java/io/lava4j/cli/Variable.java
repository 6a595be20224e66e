package io.lava4j.cli;

import java.util.Map;
import java.util.stream.Stream;

/** What of the environment the command heeds, or what starts it. */
enum Variable {
    LAVA_SPECS("stands in for --specs"),
    LAVA_REALM("stands in for --realm"),
    JAVA_HOME("the Java to run on, unless lava has its own"),
    LAVA_JAVA_OPTS("options for Java, over lava's own, such as -Xmx512m"),
    LAVA_CLASS_CACHE("off: no cache of loaded classes is kept"),
    XDG_CACHE_HOME("where that cache is; else ~/.cache"),
    NO_COLOR("anything: no colours"),
    TERM("dumb, or none: no colours, no line that is rewritten"),
    COLUMNS("the width of the terminal, which is asked else");

    private final String meaning;

    Variable(String meaning) {
        this.meaning = meaning;
    }

    Map.Entry<String, String> row() {
        return Map.entry(name(), meaning);
    }

    /** Lines of a help text. */
    static String[] lines() {
        return Stream.of(values())
                .map(variable ->
                        "  " + variable.name() + " ".repeat(18 - variable.name().length()) + variable.meaning)
                .toArray(String[]::new);
    }
}
