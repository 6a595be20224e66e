package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The job {@code nightly}, of one object that is there, and what it is lent. */
final class NightlyJob {

    final RecordingContext context = new RecordingContext();
    final Map<String, Object> parameters = new LinkedHashMap<>(Map.of(
            "db_conn_id", "dwh",
            "bucket", "exports",
            "key", "orders.csv",
            "schema", "sales",
            "table", "Orders",
            "mode", "append",
            "jinja", false));

    NightlyJob() {
        context.objects.with("orders.csv", 120);
    }

    List<String> faults() {
        return new DbFromS3().faults(spec()).stream().map(Violation::toString).toList();
    }

    void run() {
        new DbFromS3().run(spec(), context);
    }

    private Spec spec() {
        return new Spec("job 'nightly'", Map.of("parameters", parameters), Path.of(""), pointer -> "");
    }
}
