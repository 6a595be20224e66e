package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.jobs.dbfroms3.Manifest.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON of a manifest; all faults at once. What it does not know it leaves alone: others write more into it. Keeps
 * nothing but entries: as a tree, a manifest takes many times its size.
 */
final class ManifestText {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** No name of a bucket and no key is longer, nor may what a message shows be. */
    private static final Pattern URL =
            Pattern.compile("s3(?:-([a-z0-9-]{1,63}))?://([^/]{1,255})/(.{1,1024})", Pattern.DOTALL);

    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_SHOWN = 100;

    private final String uri;
    private final byte[] json;
    private final ManifestFaults faults;
    private final List<Entry> entries = new ArrayList<>();
    private JsonParser parser;

    ManifestText(String uri, byte[] json) {
        this.uri = uri;
        this.json = json;
        this.faults = new ManifestFaults(uri);
    }

    List<Entry> entries() {
        try (JsonParser opened = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser = opened;
            document();
        } catch (JacksonException noText) {
            throw new JobFailedException(
                    "manifest '" + uri + "' is not JSON: " + noText.getOriginalMessage() + "; write it in UTF-8",
                    noText);
        }
        faults.complain();
        return List.copyOf(entries);
    }

    private void document() {
        try {
            read();
        } catch (JacksonException fault) {
            // A fault that a bound has found does not know its own place.
            throw noJson(
                    Optional.ofNullable(fault.getLocation()).orElseGet(parser::currentLocation),
                    fault.getOriginalMessage());
        }
    }

    private void read() {
        boolean listed = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean here = parser.currentName().equals("entries");
                listed |= here;
                parser.nextToken();
                if (here) {
                    list();
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        if (!listed) {
            faults.missing("/entries", ManifestFaults.LIST);
        }
        if (parser.nextToken() != null) {
            throw noJson(parser.currentTokenLocation(), "Trailing token behind the manifest");
        }
    }

    private void list() {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            faults.wrong("/entries", shown(), ManifestFaults.LIST);
            return;
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == MOST_ENTRIES) {
                throw new JobFailedException("manifest '" + uri + "' lists more than " + MOST_ENTRIES
                        + " objects; divide it into several, and load each by a job");
            }
            entry("/entries/" + index);
        }
    }

    private void entry(String pointer) {
        Optional<String> url = Optional.empty();
        boolean mandatory = false;
        boolean told = false;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("url")) {
                    url = url(pointer);
                    told = url.isEmpty();
                } else if (field.equals("mandatory")) {
                    mandatory = value == JsonToken.VALUE_TRUE;
                    requireBoolean(pointer, value);
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (url.isEmpty() && !told) {
            faults.missing(pointer + "/url", ManifestFaults.URL);
        }
        boolean isMandatory = mandatory;
        url.map(URL::matcher)
                .filter(Matcher::matches)
                .ifPresent(parts -> entries.add(
                        new Entry(Optional.ofNullable(parts.group(1)), parts.group(2), parts.group(3), isMandatory)));
    }

    private Optional<String> url(String pointer) {
        boolean known = parser.currentToken() == JsonToken.VALUE_STRING
                && URL.matcher(parser.getString()).matches();
        if (!known) {
            faults.wrong(pointer + "/url", shown(), ManifestFaults.URL);
            return Optional.empty();
        }
        return Optional.of(parser.getString());
    }

    private void requireBoolean(String pointer, JsonToken value) {
        if (!value.isBoolean()) {
            faults.wrong(pointer + "/mandatory", shown(), "true or false");
        }
    }

    /** The beginning of a value; goes to its end. */
    private String shown() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return cut(parser.getString());
        }
        int begin = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = Math.min((int) parser.currentLocation().getByteOffset(), begin + 4 * MOST_SHOWN);
        return cut(new String(json, begin, end - begin, StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    private JobFailedException noJson(TokenStreamLocation place, String fault) {
        return new JobFailedException("manifest '" + uri + "' is not JSON: line " + place.getLineNr() + ", column "
                + place.getColumnNr() + ": " + fault + "; mend it there");
    }
}
