package io.lava4j.jobs.exe;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.jobs.exe.process.Ending;
import io.lava4j.jobs.exe.process.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has run, in the job's result; what it wrote, in S3. */
final class Account {

    /** The exit status at the time limit. */
    private static final int TIMED_OUT = 28;

    private final Context context;
    private final ObjectStore store;
    private final Area temp;
    private final List<Map<String, Object>> ran = new ArrayList<>();

    Account(Context context, ObjectStore store, Area temp) {
        this.context = context;
        this.store = store;
        this.temp = temp;
    }

    /** @throws JobFailedException if the program failed, or what it wrote cannot be kept */
    void of(Payload payload, Ending ending, Output output, Duration limit) {
        int status = ending.timedOut() ? TIMED_OUT : ending.status();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("payload", payload.name());
        entry.put("exit_status", status);
        ran.add(entry);
        try {
            String stem = stem(payload.name());
            output.files().forEach((name, file) -> keep(stem + "." + name, name, file, entry));
        } catch (JobFailedException notKept) {
            if (status == 0) {
                throw notKept;
            }
            context.listener().event("what '" + payload.name() + "' wrote could not be kept: " + notKept.getMessage());
        } finally {
            context.result("output", List.copyOf(ran));
        }
        if (status != 0) {
            throw JobFailedException.ofProgram(new Failure(payload, ending, limit).told(output.errorBegins()), status);
        }
    }

    private void keep(String object, String name, Path file, Map<String, Object> entry) {
        long size = size(file);
        if (size > 0) {
            store.put(temp.bucket(), temp.key(object), file, context.realm().text("s3_key"));
            entry.put(name, temp.uri(object));
            context.listener().event(name + " is in '" + temp.uri(object) + "', " + size + " bytes");
        }
    }

    /** A list of packages may name two of one name. */
    private String stem(String name) {
        long times =
                ran.stream().filter(entry -> name.equals(entry.get("payload"))).count();
        return times == 1 ? name : name + "." + times;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0; // the program removed it: it lies in its own directory
        }
    }
}
