package io.lava4j.core.run;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What one run is lent. */
record JobContext(
        Environment environment,
        Connections connections,
        PrivateDirectory directory,
        Templates templates,
        Spec realm,
        RunRecord record,
        boolean dryRun)
        implements JobProvider.Context {

    @Override
    public String runId() {
        return record.runId();
    }

    @Override
    public <C> C connector(String connId, Class<C> capability) {
        return connections.connector(connId, capability);
    }

    @Override
    public ObjectStore objects(Optional<String> connId) {
        Optional<String> region = connId.flatMap(id -> connections.text(id, "region"));
        ObjectStore store = environment.stores().objects();
        return region.map(store::in).orElse(store);
    }

    @Override
    public Path privateDirectory() {
        return directory.path();
    }

    @Override
    public String render(String pointer, String text, Map<String, ?> variables) {
        return templates.render(pointer, text, variables);
    }

    @Override
    public Listener listener() {
        return record;
    }

    @Override
    public void result(String field, Object value) {
        record.report(field, value);
    }
}
