package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.testing.JobContract;
import java.util.Map;

class JobContractTest extends JobContract {

    @Override
    protected JobProvider provider() {
        return new ExeJobs();
    }

    @Override
    protected Map<String, Object> fields() {
        return Map.of("payload", "run.sh one 'two words'", "parameters", Map.of("args", java.util.List.of("three")));
    }

    @Override
    protected Map<String, String> objects() {
        return Map.of("run.sh", "#!/bin/sh\n[ \"$#$2$3\" = '3two wordsthree' ]\n");
    }
}
