package io.lava4j.testing;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What core lends to a job, as a contract wants it: no text is a template. */
record RunContext(Spec spec, JobRun run) implements JobProvider.Context {

    @Override
    public String runId() {
        return "00000000-0000-0000-0000-000000000000";
    }

    @Override
    public boolean dryRun() {
        return run.isDry();
    }

    @Override
    public Spec realm() {
        Map<String, Object> fields = Map.of(
                "realm", "test",
                "s3_payloads", "s3://" + LoadObjects.BUCKET,
                "s3_temp", "s3://" + LoadObjects.BUCKET + "/temp");
        return new Spec("realm 'test'", fields, Path.of(""), pointer -> "");
    }

    @Override
    public <C> C connector(String connId, Class<C> capability) {
        return run.connector(connId, capability);
    }

    @Override
    public ObjectStore objects(Optional<String> connId) {
        return run.objects();
    }

    @Override
    public Path privateDirectory() {
        return run.privateDirectory();
    }

    @Override
    public String render(String pointer, String text, Map<String, ?> variables) {
        return text;
    }

    @Override
    public Listener listener() {
        return new Listener() {};
    }

    @Override
    public void result(String field, Object value) {
        run.results().put(field, value);
    }
}
