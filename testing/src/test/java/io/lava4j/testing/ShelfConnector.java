package io.lava4j.testing;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Tables in memory: name to rows by id. */
record ShelfConnector(String place, Context context) implements Connector, LoadTarget {

    static final Map<String, Map<Integer, String>> TABLES = new ConcurrentHashMap<>();

    @Override
    public Prepared prepare(LoadRequest request) {
        if (!Shelf.has(Fault.REFUSAL_IN_RUN)) {
            refuseWhatItLacks(request);
        }
        login();
        String table = request.target().table();
        Map<Integer, String> rows = Optional.ofNullable(TABLES.get(table))
                .orElseThrow(() -> new JobFailedException(
                        Shelf.has(Fault.TABLE_NOT_NAMED) ? "no such table" : "table '" + table + "' does not exist"));
        if (Shelf.has(Fault.PREPARE_EMPTIES_THE_TABLE)) {
            rows.clear();
        }
        if (Shelf.has(Fault.PASSWORD_TOLD)) {
            context.event("logged in with " + context.credentials().password().reveal());
        }
        return new ShelfLoad(request, rows);
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private void login() {
        if (place.equals("nowhere")) {
            throw Shelf.has(Fault.NOWHERE_IS_AN_ERROR_OF_A_FOREIGN_TYPE)
                    ? new IllegalStateException("nowhere")
                    : new JobFailedException("shelf 'nowhere' is not there");
        }
        try {
            context.credentials();
        } catch (LavaException trouble) {
            throw Shelf.has(Fault.CREDENTIALS_ERROR_WRAPPED) ? new JobFailedException("no login", trouble) : trouble;
        }
    }

    static void refuseWhatItLacks(LoadRequest request) {
        LoadRequest.Format format = request.format();
        LoadRequest.Rules rules = request.rules();
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("mode " + rules.mode(), rules.mode() != LoadRequest.Mode.APPEND && !Shelf.has(Fault.MODE_IGNORED));
        asked.put("duplicates", rules.duplicates() != LoadRequest.Duplicates.FAIL);
        asked.put("columns", !request.target().columns().isEmpty() && !Shelf.has(Fault.MODE_IGNORED));
        asked.put("partitions", !request.target().partitions().isEmpty());
        asked.put("header", format.headerLines() > 0 && !Shelf.has(Fault.HEADER_IGNORED));
        asked.put("delimiter", !format.delimiter().equals(","));
        asked.put("quote", !format.quote().isEmpty());
        asked.put("escape", !format.escape().equals("\\") && !Shelf.has(Fault.ESCAPE_IGNORED));
        asked.put(
                "max_warnings",
                rules.maxWarnings().orElse(0) > 0
                        && !Shelf.has(Fault.MAX_WARNINGS_IGNORED)
                        && !Shelf.has(Fault.MAX_WARNINGS_KEPT_IN_SILENCE));
        asked.put("terminator", !format.terminator().equals("\n"));
        asked.put("encoding", !format.encoding().equals("utf8mb4"));
        asked.put("compression", format.compression() != LoadRequest.Compression.NONE);
        asked.put("null", format.nullText().isPresent());
        asked.put("load_path server", request.path() == LoadRequest.Path.SERVER);
        List<String> refused = asked.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (!refused.isEmpty()) {
            throw new ConfigurationException(
                    "a shelf has no " + (Shelf.has(Fault.REFUSAL_WITHOUT_A_NAME) ? "such thing" : refused));
        }
    }

    static List<String> rows(String table) {
        return new TreeMap<>(TABLES.get(table))
                .entrySet().stream()
                        .map(row -> row.getKey() + "," + row.getValue())
                        .toList();
    }
}
