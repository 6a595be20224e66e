package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.Spec;
import io.lava4j.jobs.dbfroms3.LoadOptions.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses, by name and all at once, what a job may ask for and this version cannot do. To be deleted as a whole. */
final class NotThereYet {

    private static final Set<Mode> MODES = Set.of(Mode.DROP, Mode.SWITCH, Mode.TRUNCATE);

    private NotThereYet() {}

    static void refuse(Spec job, Parameters parameters) {
        Spec given = job.object("parameters");
        LoadOptions options = parameters.options();
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("schema by regular expression", given.required("schema").startsWith("/"));
        asked.put("table by regular expression", given.required("table").startsWith("/"));
        asked.put("mode '" + given.required("mode") + "'", MODES.contains(parameters.mode()));
        asked.put("MANIFEST in args", options.selection() == Selection.MANIFEST);
        asked.put("PARTITION in args", !options.partitions().isEmpty());
        asked.put("GZIP in args", options.format().compression() == Compression.GZIP);
        asked.put("ZSTD in args", options.format().compression() == Compression.ZSTD);
        asked.put("NULL in args", options.format().nullText().isPresent());
        asked.put("parallel above 1", parameters.parallel() > 1);
        asked.put("max_warnings", parameters.maxWarnings().isPresent());
        String refused = asked.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(option -> option.getKey() + " is not there yet")
                .collect(Collectors.joining("; "));
        if (!refused.isEmpty()) {
            throw new ConfigurationException(job.subject() + ": " + refused);
        }
    }
}
