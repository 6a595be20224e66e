package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.Spec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Where the data comes from and goes to, rendered.
 *
 * @param bucket the bucket
 * @param key the key, or the prefix of keys
 * @param schema the target's schema
 * @param table the target
 */
record Names(String bucket, String key, String schema, String table) {

    static Names rendered(Spec job, Context context) {
        Spec parameters = job.object("parameters");
        BiFunction<String, Map<String, ?>, String> text = parameters.flag("jinja", true)
                ? (field, variables) -> context.render("/parameters/" + field, parameters.required(field), variables)
                : (field, variables) -> parameters.required(field);
        Map<String, Object> variables = new HashMap<>();
        variables.put("vars", parameters.object("vars").fields());
        String bucket = filled(parameters, "bucket", text.apply("bucket", variables));
        String key = filled(parameters, "key", text.apply("key", variables));
        variables.put("bucket", bucket);
        variables.put("key", key);
        return new Names(
                bucket,
                key,
                name(parameters, "schema", text.apply("schema", variables), key),
                name(parameters, "table", text.apply("table", variables), key));
    }

    /** The address of the data. */
    String uri() {
        return "s3://" + bucket + "/" + key;
    }

    private static String name(Spec parameters, String field, String rendered, String key) {
        if (!NamePattern.is(filled(parameters, field, rendered))) {
            return rendered;
        }
        if (!parameters.texts("columns").isEmpty()) {
            throw Rules.columnsRefused(parameters, field);
        }
        return NamePattern.of(parameters, field, rendered).find(key);
    }

    private static String filled(Spec parameters, String field, String rendered) {
        if (rendered.isEmpty()) {
            throw parameters.invalid("/" + field, "'" + parameters.required(field) + "' renders to nothing");
        }
        return rendered;
    }
}
