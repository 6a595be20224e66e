package io.lava4j.testing;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Reads all first, so that a fault loads nothing. */
record ShelfLoad(LoadRequest request, Map<Integer, String> rows) implements LoadTarget.Prepared {

    private static final Map<Integer, String> ONE_ROOM = new HashMap<>();

    @Override
    public LoadTarget.Plan plan() {
        return new LoadTarget.Plan(
                request.target().schema(),
                request.target().table(),
                "client",
                "a shelf cannot read",
                Shelf.has(Fault.PLAN_WITHOUT_A_STATEMENT) ? List.of() : List.of("put"));
    }

    @Override
    public LoadTarget.Report run(Listener listener) {
        if (Shelf.has(Fault.REFUSAL_IN_RUN)) {
            ShelfConnector.refuseWhatItLacks(request);
        }
        if (!Shelf.has(Fault.STATEMENT_NOT_TOLD)) {
            listener.event("statement: put");
        }
        Map<Integer, String> read = Shelf.has(Fault.PART_OF_THE_ROWS_LEFT) ? rows : new HashMap<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long bytes = 0;
        List<StoredObject> objects = request.source().objects();
        int last = objects.size() > 1 && Shelf.has(Fault.LAST_OBJECT_FORGOTTEN) ? objects.size() - 1 : objects.size();
        for (StoredObject object : objects.subList(0, last)) {
            read(object, line, read);
            if (!Shelf.has(Fault.LAST_ROW_JOINED_TO_THE_NEXT_OBJECT)) {
                lastRow(line, read);
            }
            bytes = Shelf.has(Fault.PROGRESS_OF_EACH_OBJECT) ? object.size() : bytes + object.size();
            listener.progress(
                    Shelf.has(Fault.PROGRESS_THAT_ENDS_TOO_EARLY) ? bytes / 2 : bytes,
                    request.source().bytes());
        }
        lastRow(line, read);
        int count = read.size();
        put(read);
        harm();
        return new LoadTarget.Report(count, 0, 0, 0);
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private void put(Map<Integer, String> read) {
        if (Shelf.has(Fault.ONE_ROOM_FOR_ALL)) {
            synchronized (ONE_ROOM) {
                ONE_ROOM.putAll(read);
                rows.putAll(ONE_ROOM);
            }
        }
        rows.putAll(read);
    }

    private void harm() {
        if (Shelf.has(Fault.STORE_CLOSED)) {
            request.source().store().close();
        }
        if (Shelf.has(Fault.THREAD_LEFT)) {
            Thread left = new Thread(LockSupport::park, "left");
            left.setDaemon(true);
            left.start();
        }
    }

    private void lastRow(ByteArrayOutputStream line, Map<Integer, String> read) {
        if (line.size() > 0 && !Shelf.has(Fault.LAST_ROW_FORGOTTEN)) {
            row(line.toString(StandardCharsets.UTF_8), read);
        }
        line.reset();
    }

    private void read(StoredObject object, ByteArrayOutputStream bytes, Map<Integer, String> read) {
        InputStream stream = request.source().store().open(object);
        try {
            byte[] one = new byte[1];
            while (stream.read(one) > 0) {
                bytes.write(one);
                if (one[0] == '\n') {
                    row(bytes.toString(StandardCharsets.UTF_8).strip(), read);
                    bytes.reset();
                }
            }
            if (!Shelf.has(Fault.STREAM_LEFT_OPEN)) {
                stream.close();
            }
        } catch (IOException | RuntimeException broken) {
            throw failure(stream, broken);
        }
    }

    private RuntimeException failure(InputStream stream, Exception broken) {
        try {
            stream.close();
        } catch (IOException ignored) {
            // broken anyway
        }
        if (Thread.interrupted() && !Shelf.has(Fault.INTERRUPT_TAKEN_FOR_A_FAILURE)) {
            return new CancelledException("the load was interrupted", broken);
        }
        return broken instanceof NumberFormatException foreign && Shelf.has(Fault.ERROR_OF_A_FOREIGN_TYPE)
                ? foreign
                : new JobFailedException("the load failed: " + broken.getMessage(), broken);
    }

    private void row(String line, Map<Integer, String> read) {
        String[] fields = line.replace("\\,", "\u0000").split(",");
        if (Shelf.has(Fault.MAX_WARNINGS_KEPT_IN_SILENCE) && !fields[0].matches("[0-9]+")) {
            return;
        }
        int id = Integer.parseInt(fields[0]);
        if (rows.containsKey(id)) {
            throw new JobFailedException("row " + id + " is there already");
        }
        boolean isNull = fields[1].equals("\\N") && !Shelf.has(Fault.NULL_TAKEN_FOR_AN_N);
        read.put(id, isNull ? "null" : fields[1].replace("\\", "").replace('\u0000', ','));
    }
}
