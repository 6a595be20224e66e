package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lava4j.core.Lava;
import io.lava4j.core.PluginInfo;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What connector types and job types have in common: core finds them, and a schema says what a spec of them holds. */
abstract class TypeContract {

    /** A directory that is empty before each test. */
    @TempDir
    protected Path directory;

    abstract Described described();

    @Test
    void itsTypesAreNamesInLowerCase() {
        assertFalse(types().isEmpty(), "types() is empty: a provider serves at least one");
        assertEquals(
                List.of(),
                types().stream()
                        .filter(type -> type.isBlank() || !type.equals(type.toLowerCase(Locale.ROOT)))
                        .toList(),
                "types() holds names that are empty or not in lower case");
    }

    /** On the class path through META-INF/services, on the module path through module-info. */
    @Test
    void coreFindsItAndNoOtherOfItsTypes() {
        String kind = described().kind();
        try (Lava lava = Lava.builder().specs(directory).build()) {
            for (String type : types()) {
                List<PluginInfo> found = lava.plugins().stream()
                        .filter(plugin ->
                                plugin.kind().equals(kind) && plugin.type().equals(type))
                        .toList();
                assertEquals(1, found.size(), kind + " '" + type + "': is it in META-INF/services? Found: " + found);
                assertEquals("", found.get(0).fault());
            }
        }
    }

    @Test
    void itsSchemaIsOneOfDraft202012() {
        assertNone("breaks the standard", SchemaRules::notOfDraft202012);
        assertNone("holds keywords that neither the standard nor core knows", SchemaRules::unknownKeywords);
    }

    @Test
    void itsSchemaDescribesEveryField() {
        assertNone("has fields without a description", SchemaRules::undescribed);
    }

    @Test
    void itsSchemaMarksSecrets() {
        assertNone("has fields that sound secret without \"writeOnly\": true", SchemaRules::unmarkedSecrets);
    }

    @Test
    void theSpecThatTheTestGivesIsValid() throws IOException {
        Described described = described();
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve(described.kind().equals("job") ? "jobs" : "connections"))
                        .resolve("contract.json"),
                JsonMapper.shared().writeValueAsString(complete(described.fields())));
        try (Lava lava = Lava.builder().specs(directory).build()) {
            assertEquals(List.of(), lava.validate(List.of(file)).get(0).violations());
        }
    }

    @Test
    void itsProviderReadsAndWritesNothing() throws IOException {
        Described described = described();
        assertEquals(List.of(), IoWatch.during(() -> described.types().get().forEach(described.schema()::apply)));
    }

    /** A spec of its type with these fields; those that every spec has are added. */
    final Spec spec(Map<String, Object> fields) {
        return new Spec(described().kind() + " 'contract'", complete(fields), directory, pointer -> "");
    }

    private Map<String, Object> complete(Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(described().idField(), "contract");
        all.put("type", types().stream().sorted().findFirst().orElseThrow());
        all.put("enabled", true);
        all.putAll(fields);
        return all;
    }

    /** That of the spec's type, as core publishes it. */
    final String publishedSchema() {
        try (Lava lava = Lava.builder().specs(directory).build()) {
            return lava.schema((String) complete(described().fields()).get("type"))
                    .json();
        }
    }

    private Set<String> types() {
        return described().types().get();
    }

    private void assertNone(String what, Function<String, List<String>> faults) {
        try (Lava lava = Lava.builder().specs(directory).build()) {
            for (String type : types()) {
                assertEquals(List.of(), faults.apply(lava.schema(type).json()), "the schema of '" + type + "' " + what);
            }
        }
    }
}
