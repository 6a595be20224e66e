package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.TypeSchema;
import io.lava4j.core.error.PluginException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code describe} makes of a schema, and {@code schema} of a type. */
class DescribeCommandTest {

    private static final String CONNECTION =
            """
            {
              "title": "Sample",
              "description": "A sample.",
              "required": ["conn_id", "type"],
              "requiredToRun": ["enabled"],
              "requiredOrSecret": ["port"],
              "properties": {
                "type": {"type": "string", "description": "The type."},
                "conn_id": {"type": "string", "title": "Identifier.", "examples": ["a", "b"]},
                "enabled": {"type": ["boolean", "string"], "description": "May run.", "default": false},
                "port": {"type": ["integer", "string"], "description": "TCP port.", "expects": "a port"},
                "password": {"type": "string", "description": "Its name.", "fromSecret": "password", "writeOnly": true},
                "subtype": {"type": "string", "description": "Ignored.", "deprecated": true},
                "mode": {"enum": ["a", "b"], "description": "A | B, <x> or *.", "examples": ["a"]},
                "note": {}
              }
            }""";

    private static final String JOB =
            """
            {
              "title": "Load",
              "examples": [{"job_id": "a", "type": "load", "parameters": {"key": "{{ k }}", "args": ["x y"]}}],
              "required": ["parameters"],
              "properties": {
                "parameters": {
                  "type": "object",
                  "description": "What to do.",
                  "required": ["key"],
                  "properties": {
                    "key": {"type": "string", "description": "Where."},
                    "args": {"type": "array", "description": "How."},
                    "options": {"type": "object", "properties": {"size": {"type": "integer", "description": "Most."}}}
                  }
                }
              }
            }""";

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 72})
    void noLineIsWiderThanTheTerminal(int columns) {
        String wide = CONNECTION.replace("\"note\"", "\"%s\"".formatted("note_".repeat(6)));
        CommandRun run =
                described("connection", wide).on(new Terminal(true, true, OptionalInt.of(columns), false, false));
        assertEquals(0, run.lava("describe", "sample"), run.err());
        run.out().lines().forEach(line -> assertTrue(line.length() <= columns, run::out));
        assertTrue(run.out().replaceAll("\\s+", " ").contains("secret that secret_id names"), run::out);
    }

    @Test
    void aTerminalGetsATable() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(0, run.lava("describe", "sample"), run.err());
        assertEquals(
                """
                connector type sample: Sample
                A sample.

                FIELD     TYPE     REQUIRED  DESCRIPTION
                type      String   Yes       `sample`
                conn_id   String   Yes       Identifier.
                enabled   Boolean  Yes       May run.
                port      Number   Yes*      TCP port. Expects a port.
                password  String   No*       Its name. In the secret: `password`. No message or log shows it.
                subtype   String   No        Deprecated. Ignored.
                mode      String   No        A | B, <x> or *. One of `a`, `b`.
                note      Any      No        -

                * here, or in the AWS Secrets Manager secret that secret_id names
                """,
                run.out());
        assertTrue(run.closed);
    }

    @Test
    void aNarrowTerminalGetsItBrokenBetweenWords() {
        CommandRun run = described("job", JOB.replace("What to do.", "What the load does, and with what."))
                .on(new Terminal(true, true, OptionalInt.of(48), false, false));
        assertEquals(0, run.lava("describe", "load"), run.err());
        assertTrue(
                run.out()
                        .contains(
                                """
                                FIELD       TYPE  REQUIRED  DESCRIPTION
                                parameters  Map   Yes       What the load does,
                                                            and with what.
                                """),
                run.out());
    }

    @Test
    void aPageGetsItsTableAndTheNoteOnSecrets() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(0, run.lava("describe", "sample", "--format", "markdown"), run.err());
        assertEquals(
                """
                # Connector type: sample

                A sample.

                ## Fields

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |type|String|Yes|`sample`|
                |conn\\_id|String|Yes|Identifier. Such as `a` or `b`.|
                |enabled|Boolean|Yes|May run.|
                |port|Number|Yes*|TCP port. Expects a port.|
                |password|String|No*|Its name. In the secret: `password`. No message or log shows it.|
                |subtype|String|No|Deprecated. Ignored.|
                |mode|String|No|A \\| B, &lt;x> or \\*. One of `a`, `b`.|
                |note|Any|No||

                Fields with a **Required** column marked with `*` can have a value provided directly in the connection \
                specification or indirectly via AWS Secrets Manager using the `secret_id` field: under the key that is \
                named as "in the secret".
                """,
                run.out());
    }

    @Test
    void theFieldsOfTheTypesPageComeInItsOrderAndWithItsMarksAndTheOthersAfterThem() {
        String documented = CONNECTION
                .replace("\"properties\": {", "\"documented\": [\"type\", \"port\", \"note\"], \"properties\": {")
                .replace(
                        "\"note\": {}",
                        "\"note\": {\"fromSecret\": \"n\", \"requirement\": \"No\", \"examples\": [\"x\"], \"default\": \"y\"}");

        CommandRun run = described("connection", documented);
        assertEquals(0, run.lava("describe", "sample", "--format", "markdown"), run.err());
        assertTrue(
                run.out()
                        .contains(
                                """
                                |type|String|Yes|`sample`|
                                |port|Number|Yes*|TCP port. Expects a port.|
                                |note|Any|No|Default `y`. Such as `x`. In the secret: `n`.|

                                Fields with a **Required**"""),
                run.out());
        assertTrue(
                run.out()
                        .contains(
                                """

                                ### lava4j's own

                                |Field|Type|Required|Description|
                                |-|-|-|-------------------------------------------------------------|
                                |conn\\_id|String|Yes|Identifier. Such as `a` or `b`.|
                                """),
                run.out());

        run = described("connection", documented);
        assertEquals(0, run.lava("describe", "sample"), run.err());
        assertTrue(
                run.out()
                        .contains(
                                "note   Any     No        Default `y`. In the secret: `n`.\n\nlava4j's own:\n\nFIELD     TYPE "),
                run.out());
    }

    @Test
    void whatMarkdownTakesForItsOwnIsLeftAloneBetweenBackQuotes() {
        CommandRun run = described(
                "connection", CONNECTION.replace("A | B, <x> or *.", "`/<x>/*` | <y> or *; the default is `a`."));
        assertEquals(0, run.lava("describe", "sample", "--format", "markdown"), run.err());
        assertTrue(run.out().contains("|`/<x>/*` \\| &lt;y> or \\*; the default is `a`. One of"), run.out());
    }

    @Test
    void whatAnObjectHoldsIsATableOfItsOwnAndTheGuideFollowsWithLinksAsText() {
        CommandRun run = new CommandRun()
                .schemas(type -> new TypeSchema(
                        "job",
                        type,
                        JOB,
                        List.of("loads"),
                        "\n## Set up\n\nAs [mysql](lava4j:connector/mysql) says, and `a|b` <c> too.\n"));
        assertEquals(0, run.lava("describe", "load", "--format", "markdown"), run.err());
        assertEquals(
                """
                # Job type: load

                Load

                The same as `loads`.

                ```yaml
                job_id: a
                type: load
                parameters:
                  key: "{{ k }}"
                  args:
                    - x y
                ```

                ## Fields

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |parameters|Map|Yes|What to do.|

                ## Fields of `parameters`

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |key|String|Yes|Where.|
                |args|List|No|How.|
                |options|Map|No||

                ## Fields of `parameters.options`

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |size|Number|No|Most.|

                ## Set up

                As mysql says, and `a|b` <c> too.
                """,
                run.out());
    }

    @Test
    void inTextAFieldOfAnObjectIsNamedWithItsPath() {
        CommandRun run = described("job", JOB);
        assertEquals(0, run.lava("describe", "load"), run.err());
        assertTrue(run.out().contains("parameters.key      String  Yes       Where.\n"), run.out());
        assertTrue(run.out().contains("parameters.options.size  Number  No        Most.\n"), run.out());
    }

    @Test
    void aProgramGetsJson() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(0, run.lava("describe", "sample", "--format", "json"), run.err());
        String json = run.out().replaceAll("\\s", "");
        assertTrue(
                json.startsWith("{\"kind\":\"connector\",\"type\":\"sample\",\"title\":\"Sample\","
                        + "\"description\":\"Asample.\",\"synonyms\":[],\"fields\":[{\"name\":\"type\",\"type\":\"String\","
                        + "\"required\":true,\"from_secret\":false,\"own\":false,\"description\":\"`sample`\"},"),
                json);
        assertTrue(json.contains("\"enum\":[\"a\",\"b\"],\"examples\":[\"a\"]}"), json);
        assertTrue(json.contains("\"name\":\"port\",\"type\":\"Number\",\"required\":true,\"from_secret\":true"), json);
        assertTrue(json.endsWith("],\"examples\":[],\"guide\":\"\"}"), json);
    }

    @Test
    void theSchemaIsPrintedAsItIs() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(0, run.lava("schema", "sample"), run.err());
        assertEquals(CONNECTION + "\n", run.out());
        assertTrue(run.closed);
    }

    @Test
    void anUnknownTypeIsAWrongCommand() {
        for (String command : new String[] {"describe", "schema"}) {
            CommandRun run = new CommandRun().schemas(type -> {
                throw new PluginException("type '" + type + "' is unknown");
            });
            assertEquals(2, run.lava(command, "smaple"));
            assertEquals("lava: type 'smaple' is unknown", run.err().strip());
            assertEquals("", run.out());
            assertTrue(run.closed);
        }
    }

    @Test
    void whatIsWantedIsOneTypeOrAllOfThem() {
        String expected = "lava: expected a TYPE, or --all DIR, and not both; try 'lava %s --help'\n";
        for (String command : List.of("describe", "schema")) {
            CommandRun neither = new CommandRun();
            assertEquals(2, neither.lava(command));
            assertEquals(expected.formatted(command), neither.err());

            CommandRun both = new CommandRun();
            assertEquals(2, both.lava(command, "mysql", "--all", "there"));
            assertEquals(expected.formatted(command), both.err());

            CommandRun nowhere = new CommandRun();
            assertEquals(2, nowhere.lava(command, "--all", ""));
            assertEquals(
                    "lava: option '--all': '' is no directory; for this one write .; try 'lava %s --help'\n"
                            .formatted(command),
                    nowhere.err());
        }
    }

    @Test
    void anOptionOfTheOneIsRefusedForTheOther() {
        CommandRun format = new CommandRun();
        assertEquals(2, format.lava("describe", "--all", "there", "--format", "json"));
        assertEquals(
                "lava: --format is for one type; --all writes Markdown; try 'lava describe --help'\n", format.err());

        CommandRun url = new CommandRun();
        assertEquals(2, url.lava("schema", "mysql", "--url", "https://example.com"));
        assertEquals("lava: --url is for the catalogue that --all writes; try 'lava schema --help'\n", url.err());
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(2, run.lava("describe", "sample", "--format", "html"));
        assertEquals(
                "lava: option '--format': 'html' is unknown: expected one of text, markdown, json; try 'lava describe --help'",
                run.err().strip());
    }

    private static CommandRun described(String kind, String json) {
        return new CommandRun().schemas(type -> CommandRun.schema(kind, type, json));
    }
}
