package io.lava4j.core.sample;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.SqlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Job type {@code sample_steps}: does what its parameter {@code steps} says, a word and its operand each. */
public final class SampleJobs implements JobProvider {

    @Override
    public Set<String> types() {
        return Set.of("sample_steps");
    }

    @Override
    public String schema(String type) {
        return """
                {
                  "title": "Steps",
                  "required": ["parameters"],
                  "properties": {
                    "parameters": {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["steps"],
                      "properties": {
                        "steps": {"type": "array", "items": {"type": "string"}, "minItems": 1},
                        "text": {"type": "string"},
                        "limit": {"type": "integer", "minimum": 1},
                        "vars": {"type": "object"},
                        "options": {
                          "type": "object",
                          "additionalProperties": false,
                          "properties": {"size": {"$ref": "lava4j:size"}, "dry": {"$ref": "lava4j:boolean"}}
                        }
                      }
                    }
                  }
                }""";
    }

    @Override
    public List<Violation> faults(Spec spec) {
        Spec parameters = spec.object("parameters");
        List<String> steps = parameters.texts("steps");
        if (steps.contains("explode")) {
            throw new IllegalStateException("boom");
        }
        return IntStream.range(0, steps.size())
                .filter(step -> steps.get(step).startsWith("stumble"))
                .mapToObj(step -> parameters.violation("/steps/" + step, "'" + steps.get(step) + "' is no step"))
                .toList();
    }

    @Override
    public boolean hasDryRun() {
        return true;
    }

    @Override
    public void run(Spec spec, Context context) {
        Spec parameters = spec.object("parameters");
        parameters.texts("steps").forEach(step -> {
            String[] words = step.split(" ", 2);
            step(words[0], words.length > 1 ? words[1] : "", parameters, context);
        });
    }

    private static void step(String word, String operand, Spec parameters, Context context) {
        switch (word) {
            case "event" -> context.listener().event(operand);
            case "progress" -> context.listener().progress(Long.parseLong(operand), 100);
            case "open" -> sample(operand, context);
            case "login" -> sample(operand, context).login();
            case "renew" -> sample(operand, context).renew();
            case "refusal" -> sample(operand, context).refusal();
            case "describe" -> sample(operand, context).describe();
            case "private" -> privateDirectory(sample(operand, context), context);
            case "sql" -> context.connector(operand, SqlSource.class);
            case "load" -> load(operand, context);
            case "region" -> context.objects(Optional.of(operand));
            case "render" ->
                context.result(
                        "rendered",
                        context.render(operand, parameters.text("text").orElse(""), Map.of("mine", "own")));
            case "options" ->
                context.result("options", parameters.object("options").fields());
            case "part" -> context.result("part", context.render("/parameters/text", operand, Map.of()));
            case "directory" ->
                context.result("directory", context.privateDirectory().toString());
            case "end" -> throw JobFailedException.ofProgram("program 'sample' ended", Integer.parseInt(operand));
            case "write" -> write(operand, context.listener());
            case "result" -> context.result(operand, "told");
            case "realm" ->
                context.result("bucket", context.realm().text("s3_temp").orElse("none"));
            case "dry" -> context.result("dry", context.dryRun());
            case "break" -> throw new IllegalStateException("boom");
            case "exhaust" -> throw new OutOfMemoryError("Java heap space");
            case "recurse" -> step(word, operand, parameters, context);
            case "fail" -> throw new JobFailedException("table 'sales.orders' is locked");
            case "deny" -> throw new CredentialsException("user 'loader' was refused");
            case "cancel" -> throw new CancelledException("the load was stopped");
            case "interrupt" -> Thread.currentThread().interrupt();
            default -> throw new IllegalArgumentException(word);
        }
    }

    private static SampleConnector sample(String connId, Context context) {
        return context.connector(connId, SampleConnector.class);
    }

    private static void load(String uri, Context context) {
        String[] parts = uri.split("/", 2);
        ObjectStore store = context.objects(Optional.empty());
        LoadRequest request = new LoadRequest(
                context.runId(),
                new Target("sales", "orders", List.of(), List.of()),
                new Source(store.list(parts[0], parts[1]), store),
                new Format(",", "", false, "", "\n", 0, "utf8mb4", Compression.NONE, Optional.empty()),
                new Rules(Mode.APPEND, Duplicates.FAIL, OptionalLong.empty(), true),
                LoadRequest.Path.AUTO,
                OptionalInt.of(1));
        try (LoadTarget.Prepared load =
                context.connector("dwh", LoadTarget.class).prepare(request)) {
            context.result("why", load.plan().reason());
            context.result("rows", load.run(context.listener()).rows());
        }
    }

    private static void write(String text, Listener listener) {
        if (listener.hearsOutput()) {
            listener.output(Listener.Channel.ERR, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void privateDirectory(SampleConnector connector, Context context) {
        try {
            Path directory = Path.of(connector.privateDirectory());
            context.result("directory", directory.toString());
            context.result(
                    "permissions", Files.getPosixFilePermissions(directory).size());
            Files.writeString(Files.createDirectories(directory.resolve("deep")).resolve("file"), "content");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
