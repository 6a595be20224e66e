package io.lava4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.Violation;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.plugin.ServiceDiscovery;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.store.SpecStore.Document;
import io.lava4j.core.store.SpecStore.Format;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a user is told about a faulty spec: all of it, once, in order. */
final class SpecSchemaTest {

    private static final String SEVEN_FAULTS =
            """
            type: sample
            enabled: tRUE
            hots: db.example.com
            port: 70000
            level: hihg
            tls: yes
            X-note: ours
            user: [loader]
            """;

    private static final List<String> SEVEN_MESSAGES = List.of(
            "c.yaml:1:1: /conn_id: is missing: it must be given",
            "c.yaml:1:1: /host: is missing: expected here, or in the secret that secret_id names",
            "c.yaml:2:10: /enabled: 'tRUE': expected true or false",
            "c.yaml:3:1: /hots: is not a known field; did you mean 'host'?",
            "c.yaml:4:7: /port: '70000': expected a port, 1 to 65535",
            "c.yaml:5:8: /level: 'hihg': expected one of 'low', 'high'; did you mean 'high'?",
            "c.yaml:8:7: /user: a list: expected a string");

    private final Schemas schemas = new Schemas(new Plugins(new ServiceDiscovery()));

    @Test
    void sevenFaultsAreSevenMessagesInTheOrderOfTheText() {
        assertEquals(SEVEN_MESSAGES, faults(SEVEN_FAULTS));
    }

    @Test
    void aMissingRequiredFieldIsToldAtTheObjectThatLacksIt() {
        assertEquals(
                List.of(
                        "c.yaml:1:1: /conn_id: is missing: it must be given",
                        "c.yaml:1:1: /level: is missing: it must be given"),
                faults("type: sample\nhost: h\nport: 1\nuser: u\n"));
    }

    @Test
    void aSecretMayGiveWhatIsMissing() {
        assertEquals(List.of(), faults("conn_id: c\ntype: sample\nlevel: low\nsecret_id: prod/dwh\n"));
    }

    @Test
    void aFieldOfTheWrongTypeIsOneFault() {
        assertEquals(
                List.of(
                        "c.yaml:3:8: /level: '5': expected a string",
                        "c.yaml:4:7: /host: 'null': expected a string",
                        "c.yaml:5:7: /port: a list: expected a port, 1 to 65535",
                        "c.yaml:6:7: /user: '': expected some text"),
                faults("conn_id: c\ntype: sample\nlevel: 5\nhost: null\nport: [1]\nuser: ''\n"));
    }

    @Test
    void nestedObjectsAreClosedToo() {
        assertEquals(
                List.of(
                        "c.yaml:7:10: /retry/limit: '-1': expected 0 or more",
                        "c.yaml:8:3: /retry/limt: is not a known field; did you mean 'limit'?",
                        "c.yaml:9:3: /retry/X-a: is not a known field"),
                faults(
                        "conn_id: c\ntype: sample\nlevel: low\nsecret_id: s\nenabled: 'no'\nretry:\n  limit: -1\n  limt: 1\n  X-a: 1\n"));
    }

    @Test
    void fieldsOfOnesOwnAreIgnoredAtTheTopAlone() {
        assertEquals(
                List.of("c.yaml:7:1: /xnote: is not a known field"),
                faults("conn_id: c\ntype: sample\nlevel: low\nsecret_id: s\nX-a: 1\nx-b: {c: [d]}\nxnote: 1\n"));
    }

    @Test
    void theValueOfASecretFieldIsNeverShown() {
        List<String> faults = faults(
                "conn_id: c\ntype: sample\nlevel: low\nsecret_id: s\npassword: 12345\nkeys: [67890]\nregion: {k: hunter2}\n");

        assertEquals(
                List.of(
                        "c.yaml:5:11: /password: (hidden): expected a string",
                        "c.yaml:6:8: /keys/0: (hidden): expected a string",
                        "c.yaml:7:9: /region: an object: expected a string"),
                faults);
    }

    @Test
    void aHiddenValueIsNotShownEither() {
        ParsedSpec parsed = parsed("conn_id: c\ntype: sample\nlevel: low\nsecret_id: s\nport: 99999\n");

        assertEquals(
                List.of("c.yaml:5:7: /port: (hidden): expected a port, 1 to 65535"),
                texts(schemas.connection("sample").validate(parsed.fields(), parsed.positions(), Set.of("/port"))));
    }

    @Test
    void aVeryLongValueIsCut() {
        String fault = faults("conn_id: c\ntype: sample\nlevel: " + "x".repeat(5000) + "\nsecret_id: s\n")
                .get(0);

        assertTrue(fault.length() < 200, fault);
        assertTrue(fault.contains("x…': expected one of 'low', 'high'"), fault);
    }

    @Test
    void aNumberBeyondSixtyFourBitsIsAFaultAndNoCrash() {
        assertEquals(
                List.of("c.yaml:5:7: /port: '100000000000000000000': expected a port, 1 to 65535"),
                faults("conn_id: c\ntype: sample\nlevel: low\nsecret_id: s\nport: 1e20\n"));
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    SEVEN_MESSAGES, texts(validated(new Schemas(new Plugins(new ServiceDiscovery())), SEVEN_FAULTS)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingIsLoggedForKeywordsOfOurOwn() {
        PrintStream before = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            validated(new Schemas(new Plugins(new ServiceDiscovery())), SEVEN_FAULTS);
        } finally {
            System.setErr(before);
        }
        assertEquals("", captured.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTypeThatExtendsAnotherHasItsFieldsToo() {
        SpecSchema schema = schemas.connection("sample-token");

        assertTrue(schema.declares("audience") && schema.declares("port") && schema.declares("conn_id"));
        assertEquals(List.of("host", "port", "user"), schema.requiredOrSecret());
        assertEquals("username", schema.fromSecret().get("user"));
    }

    @Test
    void theFoldedSchemaIsClosedAndFreeOfReferences() {
        String json = schemas.connection("sample-token").published("connector", "sample-token");

        assertTrue(json.contains("\"additionalProperties\" : false"), json);
        assertFalse(json.contains("$ref") || json.contains("lava4j:boolean"), json);
    }

    private List<String> faults(String yaml) {
        return texts(validated(schemas, yaml));
    }

    private static List<Violation> validated(Schemas schemas, String yaml) {
        ParsedSpec parsed = parsed(yaml);
        return schemas.connection(parsed.type().orElseThrow()).validate(parsed.fields(), parsed.positions(), Set.of());
    }

    private static List<String> texts(List<Violation> violations) {
        return violations.stream().map(Violation::toString).toList();
    }

    private static ParsedSpec parsed(String yaml) {
        return SpecReader.read(new Document("c.yaml", Path.of(""), Format.YAML, yaml));
    }
}
