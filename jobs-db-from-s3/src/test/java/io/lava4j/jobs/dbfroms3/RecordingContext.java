package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What core lends to a job, with everything that the job does with it written down. */
final class RecordingContext implements JobProvider.Context {

    final RecordingTarget target = new RecordingTarget();
    final MemoryObjects objects = new MemoryObjects();
    final List<String> calls = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final Map<String, Object> result = new LinkedHashMap<>();
    boolean dryRun;
    /** An event that begins so cannot be told. */
    String untold = "nothing begins so";
    /** What a pointer renders to; a pointer that is not here renders to itself and the names of its variables. */
    final Map<String, String> rendered = new LinkedHashMap<>();

    @Override
    public String runId() {
        return "run-1";
    }

    @Override
    public boolean dryRun() {
        return dryRun;
    }

    @Override
    public Spec realm() {
        return new Spec("realm 'test'", Map.of("realm", "test"), Path.of(""), pointer -> "");
    }

    @Override
    public <C> C connector(String connId, Class<C> capability) {
        calls.add("connector " + connId + " as " + capability.getSimpleName());
        return capability.cast((LoadTarget) target);
    }

    @Override
    public ObjectStore objects(Optional<String> connId) {
        calls.add("objects " + connId.orElse("of no connection"));
        return objects;
    }

    @Override
    public Path privateDirectory() {
        throw new UnsupportedOperationException("no file is needed");
    }

    @Override
    public String render(String pointer, String text, Map<String, ?> variables) {
        calls.add("render " + pointer + " with "
                + variables.keySet().stream().sorted().toList());
        return rendered.get(pointer);
    }

    @Override
    public Listener listener() {
        return new Listener() {
            @Override
            public void event(String sentence) {
                if (sentence.startsWith(untold)) {
                    throw new IllegalStateException("no screen for '" + sentence + "'");
                }
                events.add(sentence);
            }
        };
    }

    @Override
    public void result(String field, Object value) {
        result.put(field, value);
    }
}
