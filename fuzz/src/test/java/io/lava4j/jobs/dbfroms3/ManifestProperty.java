package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Json;
import io.lava4j.fuzz.Property;
import io.lava4j.jobs.dbfroms3.Manifest.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** An entry of a manifest names the region, bucket and key that it is meant to; any text gives entries or a failure. */
public final class ManifestProperty implements Property {

    @Override
    public void holds(Choices data) {
        List<Entry> meant = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (String key : Hostile.names(data, 4)) {
            Entry entry = new Entry(
                    data.yes() ? Optional.of("eu-west-1") : Optional.empty(),
                    Hostile.name(data).replace("/", "."),
                    key,
                    data.yes());
            meant.add(entry);
            written.add("{\"url\":" + Json.string(data, entry.uri()) + ",\"mandatory\":" + entry.mandatory()
                    + ",\"meta\":{}}");
        }
        String json = "{\"entries\":[" + String.join(",", written) + "]}";
        Assertions.assertEquals(meant, read(json), json);
        any(json.replace(data.one(List.of("{", "\"", "url", ",", ":", "]", "true", "s3")), Hostile.text(data)));
    }

    private static void any(String json) {
        try {
            for (Entry entry : read(json)) {
                Assertions.assertTrue(entry.region().stream().allMatch(region -> region.matches("[a-z0-9-]+")), json);
                Assertions.assertTrue(entry.bucket().indexOf('/') < 0, json);
            }
        } catch (JobFailedException refused) {
            Assertions.assertTrue(refused.getMessage().startsWith("manifest 's3://b/m' is not "), refused.getMessage());
        }
    }

    private static List<Entry> read(String json) {
        return new ManifestText("s3://b/m", json.getBytes(StandardCharsets.UTF_8)).entries();
    }
}
