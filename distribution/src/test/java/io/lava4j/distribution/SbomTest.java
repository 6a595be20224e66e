package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of what is shipped, in the assembly. */
class SbomTest {

    private final Map<?, ?> sbom = Json.object(Sources.text(LavaProgram.home().resolve("sbom.cdx.json")));

    @Test
    void itListsEveryJarAndNothingElse() {
        Set<String> jars = Sources.in(LavaProgram.home().resolve("lib"))
                .map(Path::getFileName)
                .map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = components().stream()
                .map(component -> component.get("name") + "-" + component.get("version") + ".jar")
                .filter(jar -> !jar.startsWith("lava4j-assembly-")) // it gave bin/lava
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(jars, listed);
    }

    @Test
    void itNamesALicenceOfEach() {
        assertEquals(
                List.of(),
                components().stream()
                        .filter(component ->
                                !(component.get("licenses") instanceof List<?> licences) || licences.isEmpty())
                        .map(component -> component.get("name"))
                        .toList());
    }

    @Test
    void itIsTheSameEachTime() {
        assertFalse(sbom.containsKey("serialNumber"));
        assertFalse(((Map<?, ?>) sbom.get("metadata")).containsKey("timestamp"));
    }

    private List<Map<?, ?>> components() {
        return ((List<?>) sbom.get("components"))
                .stream().<Map<?, ?>>map(component -> (Map<?, ?>) component).toList();
    }
}
