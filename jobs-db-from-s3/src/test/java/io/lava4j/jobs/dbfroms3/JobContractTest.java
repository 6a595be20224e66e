package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.testing.JobContract;
import java.util.Map;

class JobContractTest extends JobContract {

    @Override
    protected JobProvider provider() {
        return new DbFromS3();
    }

    @Override
    protected Map<String, Object> fields() {
        return Map.of(
                "parameters",
                Map.of(
                        "db_conn_id", "dwh",
                        "bucket", BUCKET,
                        "key", "orders.csv",
                        "schema", "sales",
                        "table", "orders",
                        "mode", "append"));
    }

    @Override
    protected Map<String, String> objects() {
        return Map.of("orders.csv", "1\tone\n");
    }
}
