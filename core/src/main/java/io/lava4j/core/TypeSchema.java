package io.lava4j.core;

import io.lava4j.core.error.NearMiss;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.run.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a spec of one type must be.
 *
 * @param kind {@code connection} or {@code job}
 * @param type the type's name, in lower case
 * @param json one flat JSON Schema (draft 2020-12) with {@code $schema}, {@code $id} and {@code title}, fit for editors. Of
 *     the keywords that the standard does not know, {@code requiredOrSecret} lists fields that a secret may give instead,
 *     {@code requiredToRun} those without which a spec is valid and of no use, {@code documented} those of the type's page
 *     in its order (the others are lava4j's own), {@code fromSecret} names the secret's key, {@code requirement} is what
 *     the page says where that is something else
 */
public record TypeSchema(String kind, String type, String json) {

    /** A connector's type wins over a job's of the same name. */
    static TypeSchema of(String name, Environment environment) {
        String type = name.toLowerCase(Locale.ROOT);
        Plugins plugins = environment.plugins();
        if (plugins.connectorTypes().contains(type)) {
            return new TypeSchema(
                    "connection", type, environment.schemas().connection(type).published("connector", type));
        }
        if (plugins.jobTypes().contains(type)) {
            return new TypeSchema("job", type, environment.schemas().job(type).published("job", type));
        }
        throw unknown(name, plugins);
    }

    private static PluginException unknown(String name, Plugins plugins) {
        List<String> known = Stream.of(plugins.connectorTypes(), plugins.jobTypes())
                .flatMap(Set::stream)
                .toList();
        String hint = NearMiss.hint(name, known);
        return new PluginException("type '" + name + "' is unknown" + (hint.isEmpty() ? "." : hint) + " Connectors: "
                + listed(plugins.connectorTypes()) + ". Jobs: " + listed(plugins.jobTypes()) + ".");
    }

    private static String listed(Set<String> types) {
        return types.isEmpty() ? "none" : String.join(", ", types);
    }
}
