package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.TypeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code describe --all} and {@code schema --all} write. */
final class WrittenForAllTest {

    private static final String COMMON =
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "lava4j:connection", "required": ["id", "type"],
             "properties": {"id": {"description": "Its `id`."}, "type": {"type": "string", "examples": ["none"]}}}""";
    private static final String SAMPLE =
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "lava4j:connector/%s", "title": "Sample",
             "description": "A sample.", "examples": [{"id": "a", "description": "`b`"}], "additionalProperties": false, "required": ["id", "type", "host"],
             "properties": {"id": {"description": "Its `id`."}, "type": {"type": "string", "pattern": "^%s$"},
                            "host": {"type": "string", "expects": "a `host`"}}}""";
    private static final String JOB = "{\"properties\": {\"type\": {\"pattern\": \"^load$\"}}, \"title\": \"Load\"}";

    @TempDir
    private Path directory;

    private final CommandRun run = new CommandRun();

    @BeforeEach
    void types() {
        run.schemas(List.of(
                CommandRun.schema("connection", "", COMMON),
                type("alpha", List.of("beta")),
                type("beta", List.of("alpha")),
                type("gamma", List.of()),
                CommandRun.schema("job", "", "{\"properties\": {\"type\": {}}}"),
                new TypeSchema(
                        "job", "load", JOB, List.of(), "Needs [alpha](lava4j:connector/alpha), [x](lava4j:job/none)."),
                CommandRun.schema("realm", "realm", "{\"properties\": {}, \"title\": \"Realm\"}")));
    }

    private static TypeSchema type(String name, List<String> synonyms) {
        return new TypeSchema("connection", name, SAMPLE.formatted(name, name), synonyms, "");
    }

    @Test
    void theReferenceHasAPageForEachTypeForTheRealmAndForTheCommand() throws IOException {
        assertEquals(0, run.lava("describe", "--all", directory.toString()), run.err());
        assertEquals("7 pages in '" + directory + "', the first is README.md\n", run.out());
        assertEquals(
                List.of(
                        "README.md",
                        "cli.md",
                        "connectors/alpha.md",
                        "connectors/beta.md",
                        "connectors/gamma.md",
                        "jobs/load.md",
                        "realm.md"),
                written());
        assertTrue(run.closed);
    }

    @Test
    void pagesLeadToOthersThatThereAre() throws IOException {
        assertEquals(0, run.lava("describe", "--all", directory.toString()), run.err());
        String alpha = text("connectors/alpha.md");
        assertTrue(alpha.contains("\nThe same as [`beta`](../connectors/beta.md).\n"), alpha);
        String load = text("jobs/load.md");
        assertTrue(load.endsWith("\nNeeds [alpha](../connectors/alpha.md), x.\n"), load);
        String index = text("README.md");
        assertTrue(index.contains("\n|[connector type gamma](connectors/gamma.md)|Sample|\n"), index);
        assertTrue(text("realm.md").startsWith("# Realm\n\nRealm\n"));
    }

    @Test
    void thePageOfTheCommandHasAllThatItTakesAndSays() throws IOException {
        assertEquals(0, run.lava("describe", "--all", directory.toString()), run.err());
        String page = text("cli.md");
        for (String subcommand : List.of("run", "cli", "validate", "list", "describe", "schema")) {
            assertTrue(page.contains("\n## lava " + subcommand + "\n"), page);
        }
        assertTrue(page.contains("\n## lava help\n\nShows how a command is used.\n"), page);
        assertTrue(page.contains("\n|`-v, --verbose`|Log what is done"), page);
        assertEquals(1, page.split("--verbose", -1).length - 1, "an option of every command is told once: " + page);
        assertTrue(page.contains("\n|`FILE\\|DIR`|Spec files, and directories of specs.|\n"), page);
        assertTrue(page.contains("\n|`--param=NAME=TEXT`|A parameter in the place of the spec's;"), page);
        assertTrue(page.contains("\n|`--[no-]dev`|Show what programs"), page);
        assertTrue(page.contains("\n|`--format=FORMAT`|text, markdown, json; default text.|\n"), page);
        assertTrue(page.contains("\n|`2`|The command or a spec is wrong.|\n"), page);
        assertTrue(page.contains("\n|`LAVA_REALM`|stands in for --realm|\n"), page);
    }

    @Test
    void theSchemasComeWithACatalogueThatSaysWhereTheyAre() throws IOException {
        assertEquals(0, run.lava("schema", "--all", directory.toString()), run.err());
        assertEquals("8 files in '" + directory + "', the catalogue is catalog.json\n", run.out());
        assertEquals(
                List.of(
                        "catalog.json",
                        "connection.json",
                        "connectors/alpha.json",
                        "connectors/beta.json",
                        "connectors/gamma.json",
                        "job.json",
                        "jobs/load.json",
                        "realm.json"),
                written());
        JsonNode job = json("catalog.json").at("/schemas/1");
        assertEquals("lava job", job.path("name").asString());
        assertEquals(
                "[\"**/jobs/**/*.json\",\"**/jobs/**/*.yaml\",\"**/jobs/**/*.yml\"]",
                job.path("fileMatch").toString());
        assertEquals(directory.toUri() + "job.json", job.path("url").asString());
    }

    @Test
    void theCatalogueMayBeForAnotherPlace() throws IOException {
        assertEquals(0, run.lava("schema", "--all", directory.toString(), "--url", "https://example.com/lava"));
        assertEquals(
                "https://example.com/lava/realm.json",
                json("catalog.json").at("/schemas/2/url").asString());
    }

    @Test
    void theSchemaOfAKindOffersTheTypesAndHoldsWhatIsOfOneTypeOnceForItsSynonyms() throws IOException {
        assertEquals(0, run.lava("schema", "--all", directory.toString()), run.err());
        JsonNode kind = json("connection.json");
        assertEquals(
                "[\"alpha\",\"beta\",\"gamma\"]",
                kind.at("/properties/type/anyOf/0/enum").toString());
        assertEquals(
                "^alpha$|^beta$|^gamma$",
                kind.at("/properties/type/anyOf/1/pattern").asString());
        assertEquals(List.of("alpha", "gamma"), List.copyOf(kind.path("$defs").propertyNames()));
        assertEquals(
                "{\"if\":{\"properties\":{\"type\":{\"pattern\":\"^alpha$|^beta$\"}},\"required\":[\"type\"]},"
                        + "\"then\":{\"$ref\":\"#/$defs/alpha\"}}",
                kind.at("/allOf/0").toString());
        assertFalse(kind.at("/properties/type").has("examples"), "perhaps of a type that is not installed");
        assertEquals("[\"host\"]", kind.at("/$defs/alpha/required").toString());
        assertEquals("true", kind.at("/$defs/alpha/properties/id").toString());
    }

    @Test
    void aTypeWhoseSynonymCannotBeUsedIsInTheSchemaOfItsKind() throws IOException {
        CommandRun alone = new CommandRun()
                .schemas(List.of(
                        CommandRun.schema("connection", "", COMMON),
                        type("beta", List.of("alpha")),
                        CommandRun.schema("job", "", "{\"properties\": {\"type\": {}}}")));

        assertEquals(0, alone.lava("schema", "--all", directory.toString()), alone.err());
        assertEquals(
                "#/$defs/beta", json("connection.json").at("/allOf/0/then/$ref").asString());
    }

    @Test
    void editorsGetDescriptionsAsMarkdownAndWhatWasExpected() throws IOException {
        assertEquals(0, run.lava("schema", "--all", directory.toString()), run.err());
        JsonNode alpha = json("connectors/alpha.json");
        assertEquals(
                "[{\"id\":\"a\",\"description\":\"`b`\"}]",
                alpha.get("examples").toString());
        assertEquals("Its `id`.", alpha.at("/properties/id/markdownDescription").asString());
        assertEquals(
                "expected a `host`", alpha.at("/properties/host/errorMessage").asString());
        assertEquals(
                "expected a `host`",
                alpha.at("/properties/host/patternErrorMessage").asString());
    }

    @Test
    void filesThatAreThereAreReplacedAndNothingElseIsTouchedOrLeft() throws IOException {
        Files.writeString(directory.resolve("realm.json"), "old");
        Files.writeString(directory.resolve("mine.txt"), "mine");
        assertEquals(0, run.lava("schema", "--all", directory.toString()), run.err());
        assertEquals("Realm", json("realm.json").path("title").asString());
        assertEquals("mine", text("mine.txt"));
        assertEquals(9, written().size(), written()::toString);
    }

    @Test
    void aDirectoryIsMadeWhereThereIsNone() throws IOException {
        assertEquals(0, run.lava("schema", "--all", directory.resolve("a/b").toString()), run.err());
        assertEquals(8, written().size());
    }

    @Test
    void aFileInThePlaceOfADirectoryIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("there"), "");
        assertEquals(2, run.lava("schema", "--all", file.toString()));
        assertEquals(
                "lava: directory '" + file + "': it is a file; name a directory, or one that can be made\n", run.err());
        assertEquals("", run.out());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path blocked = Files.createDirectories(directory.resolve("connection.json"));
        Files.writeString(blocked.resolve("full"), "");
        assertEquals(2, run.lava("schema", "--all", directory.toString()));
        assertTrue(run.err().startsWith("lava: file '" + blocked + "': it cannot be written: "), run.err());
        assertTrue(run.err().endsWith("; name a directory that can be written with --all\n"), run.err());
        assertEquals(List.of("connection.json/full"), written());
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(text(name));
    }

    private String text(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }
}
