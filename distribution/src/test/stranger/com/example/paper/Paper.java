package com.example.paper;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A text file that is written to, row by row. */
final class Paper implements Connector, LoadTarget {

    private final Path sheet;

    Paper(Path sheet) {
        this.sheet = sheet;
    }

    @Override
    public Prepared prepare(LoadRequest request) {
        String refused = refusals(request).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw new ConfigurationException("sheet '" + sheet + "': paper has no " + refused);
        }
        return new PaperLoad(sheet, request);
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private static Map<String, Boolean> refusals(LoadRequest request) {
        LoadRequest.Format format = request.format();
        LoadRequest.Rules rules = request.rules();
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("mode '" + rules.mode() + "'", rules.mode() != LoadRequest.Mode.APPEND);
        asked.put("duplicates '" + rules.duplicates() + "'", rules.duplicates() != LoadRequest.Duplicates.FAIL);
        asked.put("columns", !request.target().columns().isEmpty());
        asked.put("partitions", !request.target().partitions().isEmpty());
        asked.put("header", format.headerLines() > 0);
        asked.put("terminator but the line feed", !format.terminator().equals("\n"));
        asked.put("encoding '" + format.encoding() + "'", !format.encoding().equals("utf8mb4"));
        asked.put("compression", format.compression() != LoadRequest.Compression.NONE);
        asked.put("NULL", format.nullText().isPresent());
        asked.put("load_path 'server'", request.path() == LoadRequest.Path.SERVER);
        return asked;
    }
}
