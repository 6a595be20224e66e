package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.jobs.dbfroms3.Manifest.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads the JSON of a manifest; all faults at once. What it does not know it leaves alone: others write more into it. */
final class ManifestText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern URL = Pattern.compile("s3(?:-([a-z0-9-]+))?://([^/]+)/(.+)", Pattern.DOTALL);
    private static final int MOST_FAULTS = 10;

    private final String uri;
    private final List<String> faults = new ArrayList<>();

    ManifestText(String uri) {
        this.uri = uri;
    }

    List<Entry> entries(byte[] json) {
        JsonNode list = parsed(json).path("entries");
        if (!list.isArray()) {
            fault("/entries", list, "a list of objects, each with a url");
        }
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; list.isArray() && index < list.size(); index++) {
            entry("/entries/" + index, list.get(index)).ifPresent(entries::add);
        }
        complain();
        return List.copyOf(entries);
    }

    private JsonNode parsed(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException fault) {
            throw new JobFailedException(
                    "manifest '" + uri + "' is not JSON: line "
                            + fault.getLocation().getLineNr() + ", column "
                            + fault.getLocation().getColumnNr() + ": " + fault.getOriginalMessage() + "; mend it there",
                    fault);
        }
    }

    private Optional<Entry> entry(String pointer, JsonNode entry) {
        JsonNode url = entry.path("url");
        JsonNode mandatory = entry.path("mandatory");
        Matcher parts = URL.matcher(url.asString(""));
        boolean known = parts.matches();
        if (!known) {
            fault(pointer + "/url", url, "s3://bucket/key or s3-region://bucket/key");
        }
        if (!mandatory.isMissingNode() && !mandatory.isBoolean()) {
            fault(pointer + "/mandatory", mandatory, "true or false");
        }
        return known
                ? Optional.of(new Entry(
                        Optional.ofNullable(parts.group(1)),
                        parts.group(2),
                        parts.group(3),
                        mandatory.asBoolean(false)))
                : Optional.empty();
    }

    private void fault(String pointer, JsonNode value, String expected) {
        String what = value instanceof MissingNode ? " is missing: " : ": '" + shown(value) + "': ";
        faults.add(pointer + what + "expected " + expected);
    }

    private static String shown(JsonNode value) {
        String text = value.isString() ? value.asString() : value.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private void complain() {
        if (!faults.isEmpty()) {
            String more = faults.size() > MOST_FAULTS ? "\n  and " + (faults.size() - MOST_FAULTS) + " more" : "";
            throw new JobFailedException("manifest '" + uri + "' is not valid, " + faults.size()
                    + (faults.size() == 1 ? " fault" : " faults")
                    + faults.stream().limit(MOST_FAULTS).collect(Collectors.joining("\n  ", ":\n  ", ""))
                    + more);
        }
    }
}
