package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.testing.JobContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class PkgContractTest extends JobContract {

    @Override
    protected JobProvider provider() {
        return new ExeJobs();
    }

    @Override
    protected Map<String, Object> fields() {
        return Map.of("type", "pkg", "payload", "app.tar", "parameters", Map.of("command", "bin/run one"));
    }

    @Override
    protected Map<String, String> objects() {
        byte[] pack = Pack.tar().file("bin/run", "#!/bin/sh\n[ $1 = one ]\n").bytes();
        return Map.of("app.tar", new String(pack, StandardCharsets.US_ASCII));
    }
}
