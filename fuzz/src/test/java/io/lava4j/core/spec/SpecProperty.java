package io.lava4j.core.spec;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Json;
import io.lava4j.fuzz.Property;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** A spec holds the fields that are written in it; any text is a spec, or a fault with its place. */
public final class SpecProperty implements Property {

    private static final List<String> YAML = List.of(
            "a: ",
            "- ",
            "? ",
            ": ",
            "b: |\n  ",
            "c: >-\n  ",
            "&a ",
            "*a",
            "<<: ",
            "!!binary ",
            "!!java.lang.Runtime ",
            "!x ",
            "--- ",
            "...\n",
            "%YAML 1.1\n",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\n",
            "\n  ",
            "\n    ",
            "\"",
            "'",
            "# ",
            "1e999999999",
            "0x1F",
            "0o17",
            "1_000",
            ".inf",
            ".nan",
            "~",
            "yes",
            "2026-01-01",
            "\t",
            "\ufeff",
            "\u0085",
            "\u2028",
            "x");

    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\":",
            "\"a\"",
            "1e999999999",
            "-0",
            "01",
            "NaN",
            "true",
            "null",
            "/*",
            "//",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\ufeff",
            " ",
            "\n",
            "\t",
            "'",
            "\u0000",
            "1".repeat(300),
            "\"b\":");

    @Override
    public void holds(Choices data) {
        Map<String, Object> meant = new LinkedHashMap<>();
        StringBuilder json = new StringBuilder();
        for (String name : Hostile.names(data, 4)) {
            if (Hostile.isWhole(name) && meant.putIfAbsent(name, whole(data)) == null) {
                json.append(json.isEmpty() ? "{" : ",")
                        .append(Json.string(data, name))
                        .append(':')
                        .append(Json.string(data, (String) meant.get(name)));
            }
        }
        json.append(json.isEmpty() ? "{}" : "}");
        Assertions.assertEquals(meant, read(Format.JSON, json.toString()).fields(), json::toString);
        any(Format.YAML, data, YAML);
        any(Format.JSON, data, JSON);
    }

    private static String whole(Choices data) {
        String text = Hostile.text(data);
        return Hostile.isWhole(text) ? text : "x";
    }

    private static void any(Format format, Choices data, List<String> pieces) {
        StringBuilder text = new StringBuilder(format == Format.JSON ? "{\"a\":" : "");
        int count = data.number(0, 12);
        for (int piece = 0; piece < count; piece++) {
            text.append(data.number(0, 5) == 0 ? Hostile.text(data) : data.one(pieces));
        }
        try {
            Assertions.assertNotNull(read(format, text.toString()).fields());
        } catch (InvalidSpecException refused) {
            Assertions.assertTrue(
                    refused.violations().get(0).place().matches("(?s)x(:[0-9]+:[0-9]+)?"), refused.getMessage());
            Assertions.assertFalse(refused.getMessage().contains("tools.jackson"), refused.getMessage());
        }
    }

    private static ParsedSpec read(Format format, String text) {
        return SpecReader.read(new Document("x", Path.of(""), format, text));
    }
}
