package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md tells what is shipped: every library, its version, and which modules bring it. */
class DependenciesTest {

    private static final String OURS = "lava4j-";
    private static final String HEADING = "library";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([\\w-]+) \\| ([\\w.-]+) \\| ([^|]+) \\| ([\\w, -]+) \\| [^|]+ \\|$");
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| ([a-z][\\w-]+)(?:,| and|'| of| \\|)");

    private final Map<?, ?> sbom = Json.object(Sources.text(LavaProgram.home().resolve("sbom.cdx.json")));
    private final String page = Sources.text(Path.of("..", "docs", "dependencies.md"));
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> needs = new HashMap<>();

    DependenciesTest() {
        maps("components").forEach(part -> names.put(text(part, "bom-ref"), text(part, "name")));
        maps("dependencies").forEach(part -> needs.put(text(part, "ref"), texts(part.get("dependsOn"))));
    }

    @Test
    void everyLibraryHasItsVersionAndItsUsers() {
        Map<String, String> shipped = new TreeMap<>();
        for (Map<?, ?> part : maps("components")) {
            String name = text(part, "name");
            if (!name.startsWith(OURS)) {
                shipped.put(name, text(part, "version") + " for " + String.join(", ", users(text(part, "bom-ref"))));
            }
        }

        assertEquals(lines(shipped), lines(rows(row -> row.group(2) + " for " + row.group(4))));
    }

    @Test
    void everyLibraryHasItsLicence() {
        Map<String, String> shipped = new TreeMap<>();
        for (Map<?, ?> part : maps("components")) {
            String name = text(part, "name");
            if (!name.startsWith(OURS)) {
                shipped.put(name, licence(part));
            }
        }

        assertEquals(lines(shipped), lines(rows(row -> row.group(3))));
    }

    @Test
    void whatWasLeftOutIsNotThere() {
        String leftOut = page.substring(page.indexOf("## What was left out"), page.indexOf("## Their licences"));
        Set<String> absent = LEFT_OUT.matcher(leftOut)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals(HEADING))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(absent.containsAll(Set.of("protobuf-java", "netty-nio-client", "apache-client")), absent.toString());
        assertEquals(
                List.of(),
                Sources.in(LavaProgram.home().resolve("lib"))
                        .map(jar -> jar.getFileName().toString())
                        .filter(jar -> absent.stream().anyMatch(name -> jar.startsWith(name + "-")))
                        .toList());
    }

    private Map<String, String> rows(Function<MatchResult, String> told) {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), told.apply(row)));
        rows.remove(HEADING);
        return rows;
    }

    /** The modules of ours that bring it, not through another of ours. */
    private Set<String> users(String library) {
        return names.entrySet().stream()
                .filter(part -> part.getValue().startsWith(OURS)
                        && brought(part.getKey()).contains(library))
                .map(part -> part.getValue().substring(OURS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> brought(String module) {
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(module));
        while (!next.isEmpty()) {
            needs.getOrDefault(next.pop(), List.of()).stream()
                    .filter(part -> !names.getOrDefault(part, OURS).startsWith(OURS))
                    .filter(seen::add)
                    .forEach(next::push);
        }
        return seen;
    }

    /** The name of the driver's licence in the sbom is a sentence. */
    private static String licence(Map<?, ?> part) {
        Map<?, ?> first = (Map<?, ?>) ((List<?>) part.get("licenses")).get(0);
        Map<?, ?> licence = (Map<?, ?>) first.get("license");
        return licence.containsKey("id")
                ? text(licence, "id")
                : text(licence, "name")
                        .replace("The GNU General Public License, v2", "GPL-2.0")
                        .replace("with Universal", "with the Universal")
                        .replace(", v1.0", "");
    }

    private static String lines(Map<String, String> rows) {
        return rows.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private List<Map<?, ?>> maps(String list) {
        return ((List<?>) sbom.get(list))
                .stream().<Map<?, ?>>map(part -> (Map<?, ?>) part).toList();
    }

    private static String text(Map<?, ?> part, String field) {
        return String.valueOf(part.get(field));
    }

    private static List<String> texts(Object list) {
        return list instanceof List<?> some ? some.stream().map(String::valueOf).toList() : List.of();
    }
}
