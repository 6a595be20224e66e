package com.example.paper;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads all first, so that a broken read writes nothing. */
record PaperLoad(Path sheet, LoadRequest request) implements LoadTarget.Prepared {

    @Override
    public LoadTarget.Plan plan() {
        return new LoadTarget.Plan(
                request.target().schema(),
                request.target().table(),
                "client",
                "paper cannot read by itself",
                List.of("append to " + sheet.getFileName()));
    }

    @Override
    public LoadTarget.Report run(Listener listener) {
        List<String> rows = new ArrayList<>();
        long bytes = 0;
        try {
            for (StoredObject object : request.source().objects()) {
                rows.addAll(rows(object));
                bytes += object.size();
                listener.progress(bytes, request.source().bytes());
            }
            Files.write(sheet, rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new JobFailedException("sheet '" + sheet + "' cannot be written: " + failed.getMessage(), failed);
        }
        return new LoadTarget.Report(rows.size(), 0, 0, 0);
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private List<String> rows(StoredObject object) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(request.source().store().open(object), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
