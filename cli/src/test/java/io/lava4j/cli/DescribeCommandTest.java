package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.TypeSchema;
import io.lava4j.core.error.PluginException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

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
                "conn_id": {"type": "string", "title": "Identifier."},
                "enabled": {"type": ["boolean", "string"], "description": "May run.", "default": false},
                "port": {"type": ["integer", "string"], "description": "TCP port.", "expects": "a port"},
                "password": {"type": "string", "description": "Its name.", "fromSecret": "password"},
                "subtype": {"type": "string", "description": "Ignored.", "deprecated": true},
                "mode": {"enum": ["a", "b"], "description": "A | B, <x> or *.", "examples": ["a"]},
                "note": {}
              }
            }""";

    private static final String JOB =
            """
            {
              "title": "Load",
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

    @Test
    void aTerminalGetsATable() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(0, run.lava("describe", "sample"), run.err());
        assertEquals(
                """
                connector type sample: Sample
                A sample.

                FIELD     TYPE     REQUIRED  DESCRIPTION
                conn_id   String   Yes       Identifier.
                enabled   Boolean  Yes       May run. Default `false`.
                mode      String   No        A | B, <x> or *. One of `a`, `b`.
                note      Any      No        -
                password  String   No*       Its name.
                port      Number   Yes*      TCP port. Expects a port.
                subtype   String   No        Deprecated. Ignored.
                type      String   Yes       `sample`

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
                ## Connector type: sample

                A sample.

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |conn\\_id|String|Yes|Identifier.|
                |enabled|Boolean|Yes|May run. Default `false`.|
                |mode|String|No|A \\| B, &lt;x> or \\*. One of `a`, `b`.|
                |note|Any|No||
                |password|String|No*|Its name.|
                |port|Number|Yes*|TCP port. Expects a port.|
                |subtype|String|No|Deprecated. Ignored.|
                |type|String|Yes|`sample`|

                !!! info
                    Fields with a **Required** column marked with `*` can have a value provided
                    directly in the connection specification or indirectly via AWS Secrets
                    Manager using the `secret_id` field.
                """,
                run.out());
    }

    @Test
    void theFieldsOfTheTypesPageComeInItsOrderAndWithItsMarksAndTheOthersAfterThem() {
        String documented = CONNECTION
                .replace("\"properties\": {", "\"documented\": [\"type\", \"port\", \"note\"], \"properties\": {")
                .replace("\"note\": {}", "\"note\": {\"fromSecret\": \"n\", \"requirement\": \"No\"}");

        CommandRun run = described("connection", documented);
        assertEquals(0, run.lava("describe", "sample", "--format", "markdown"), run.err());
        assertTrue(
                run.out()
                        .contains(
                                """
                                |type|String|Yes|`sample`|
                                |port|Number|Yes*|TCP port. Expects a port.|
                                |note|Any|No||

                                ### lava4j's own

                                |Field|Type|Required|Description|
                                |-|-|-|-------------------------------------------------------------|
                                |conn\\_id|String|Yes|Identifier.|
                                """),
                run.out());

        run = described("connection", documented);
        assertEquals(0, run.lava("describe", "sample"), run.err());
        assertTrue(run.out().contains("note   Any     No        -\n\nlava4j's own:\n\nFIELD     TYPE "), run.out());
    }

    @Test
    void whatMarkdownTakesForItsOwnIsLeftAloneBetweenBackQuotes() {
        CommandRun run = described(
                "connection", CONNECTION.replace("A | B, <x> or *.", "`/<x>/*` | <y> or *; the default is `a`."));
        assertEquals(0, run.lava("describe", "sample", "--format", "markdown"), run.err());
        assertTrue(run.out().contains("|`/<x>/*` \\| &lt;y> or \\*; the default is `a`. One of"), run.out());
    }

    @Test
    void whatAnObjectHoldsIsATableOfItsOwn() {
        CommandRun run = described("job", JOB);
        assertEquals(0, run.lava("describe", "load", "--format", "markdown"), run.err());
        assertEquals(
                """
                ## Job type: load

                Load

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |parameters|Map|Yes|What to do.|

                ### Fields of `parameters`

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |args|List|No|How.|
                |key|String|Yes|Where.|
                |options|Map|No||

                ### Fields of `parameters.options`

                |Field|Type|Required|Description|
                |-|-|-|-------------------------------------------------------------|
                |size|Number|No|Most.|
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
                        + "\"description\":\"Asample.\",\"fields\":[{\"name\":\"conn_id\",\"type\":\"String\","
                        + "\"required\":true,\"from_secret\":false,\"own\":false,\"description\":\"Identifier.\"},"),
                json);
        assertTrue(json.contains("\"enum\":[\"a\",\"b\"],\"examples\":[\"a\"]}"), json);
        assertTrue(json.contains("\"name\":\"port\",\"type\":\"Number\",\"required\":true,\"from_secret\":true"), json);
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
    void anUnknownFormatIsWrongUsage() {
        CommandRun run = described("connection", CONNECTION);
        assertEquals(2, run.lava("describe", "sample", "--format", "html"));
        assertTrue(run.err().contains("expected one of [text, markdown, json]"), run.err());
    }

    private static CommandRun described(String kind, String json) {
        return new CommandRun().schemas(type -> new TypeSchema(kind, type, json));
    }
}
