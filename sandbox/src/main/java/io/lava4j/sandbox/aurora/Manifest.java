package io.lava4j.sandbox.aurora;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that a manifest lists, as the JSON schema in Aurora's user guide has it: no other fields anywhere. */
record Manifest(List<Entry> entries) {
    /** One file; {@code mandatory} is false where nothing is said. */
    record Entry(String url, boolean mandatory) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int LONGEST_URL = 1024;

    static Manifest parse(byte[] text) throws S3Failure {
        try {
            JsonNode root = JSON.readTree(text);
            check(root.isObject(), "is no object");
            checkFields(root, Set.of("entries"), "");
            JsonNode entries = root.path("entries");
            check(entries.isArray(), "has no array 'entries'");
            return new Manifest(entries(entries));
        } catch (JacksonException e) {
            throw invalid("is no JSON: " + e.getOriginalMessage());
        }
    }

    private static List<Entry> entries(JsonNode array) throws S3Failure {
        var entries = new ArrayList<Entry>();
        for (JsonNode item : array) {
            String subject = "entry " + (entries.size() + 1);
            check(item.isObject(), subject + " is no object");
            checkFields(item, Set.of("url", "mandatory"), subject + ": ");
            String url = item.path("url").asString("");
            check(item.path("url").isString() && !url.isEmpty() && url.length() <= LONGEST_URL, subject + ": no 'url'");
            check(
                    item.path("mandatory").isMissingNode()
                            || item.path("mandatory").isBoolean(),
                    subject + ": 'mandatory' is neither true nor false");
            entries.add(new Entry(url, item.path("mandatory").asBoolean(false)));
        }
        Set<JsonNode> different = array.valueStream().collect(Collectors.toCollection(HashSet::new));
        check(different.size() == array.size(), "has an entry twice");
        return List.copyOf(entries);
    }

    private static void checkFields(JsonNode object, Set<String> known, String subject) throws S3Failure {
        for (String field : object.propertyNames()) {
            check(known.contains(field), subject + "unknown field '" + field + "'");
        }
    }

    private static void check(boolean holds, String otherwise) throws S3Failure {
        if (!holds) {
            throw invalid(otherwise);
        }
    }

    private static S3Failure invalid(String how) {
        return S3Failure.of("Invalid Manifest", how);
    }
}
