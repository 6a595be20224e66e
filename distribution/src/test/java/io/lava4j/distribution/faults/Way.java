package io.lava4j.distribution.faults;

import static io.lava4j.distribution.faults.Content.BOTH;
import static io.lava4j.distribution.faults.Content.EMPTY;
import static io.lava4j.distribution.faults.Content.NEW;
import static io.lava4j.distribution.faults.Content.OLD;

import java.util.Map;
import java.util.Optional;

/** A mode on its tables: what they hold before, after a load, and after the same load once more, which may be refused. */
enum Way {
    APPEND("append", Map.of("t", OLD), Map.of("t", BOTH), Optional.empty()),
    ABORT("abort", Map.of("t", EMPTY), Map.of("t", NEW), Optional.empty()),
    DELETE("delete", Map.of("t", OLD), Map.of("t", NEW), Optional.of(Map.of("t", NEW))),
    TRUNCATE("truncate", Map.of("t", OLD), Map.of("t", NEW), Optional.of(Map.of("t", NEW))),
    DROP("drop", Map.of("t", OLD), Map.of("t", NEW), Optional.of(Map.of("t", NEW))),
    SWITCH(
            "switch",
            Map.of("t_a", OLD, "t_b", EMPTY),
            Map.of("t_a", EMPTY, "t_b", NEW),
            Optional.of(Map.of("t_a", NEW, "t_b", EMPTY))),
    NEW_TABLE("append", Map.of(), Map.of("t", NEW), Optional.empty());

    final String mode;
    final Map<String, Content> before;
    final Map<String, Content> after;
    private final Optional<Map<String, Content>> again;

    Way(String mode, Map<String, Content> before, Map<String, Content> after, Optional<Map<String, Content>> again) {
        this.mode = mode;
        this.before = before;
        this.after = after;
        this.again = again;
    }

    /** Whether it fills a table that nobody looks at, and renames it. */
    boolean isStaged() {
        return this == TRUNCATE || this == DROP || this == NEW_TABLE;
    }

    /** Whether the load is accepted once more after it has succeeded: rows are keyed, so that none can be doubled in silence. */
    boolean mayBeRepeated() {
        return again.isPresent();
    }

    /** What the same load leaves on tables that hold the given. */
    Map<String, Content> repeated(boolean loaded) {
        return loaded ? again.orElse(after) : after;
    }
}
