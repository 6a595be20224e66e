package io.lava4j.core;

import io.lava4j.core.error.NearMiss;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.run.Environment;
import io.lava4j.core.schema.Guides;
import io.lava4j.core.schema.Schemas;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The schemas that the engine gives to others. */
final class TypeSchemas {

    private static final String REALM = "realm";

    private final Installed installed;
    private final Plugins plugins;
    private final Schemas schemas;

    TypeSchemas(Environment environment, Installed installed) {
        this.installed = installed;
        this.plugins = environment.plugins();
        this.schemas = environment.schemas();
    }

    /** A connector's type wins over a job's of the same name, and both over the realm. */
    TypeSchema of(String name) {
        String type = name.toLowerCase(Locale.ROOT);
        if (plugins.connectorTypes().contains(type)) {
            return connection(type);
        }
        if (plugins.jobTypes().contains(type)) {
            return job(type);
        }
        if (type.equals(REALM)) {
            return realm();
        }
        throw unknown(name);
    }

    /** Without types that cannot be used: of these the installation tells in another way. */
    List<TypeSchema> all() {
        return Stream.of(
                        Stream.of(ofAny("connection", schemas.anyConnection().published("connection", ""))),
                        usable("connector").map(this::connection),
                        Stream.of(ofAny("job", schemas.anyJob().published("job", ""))),
                        usable("job").map(this::job),
                        Stream.of(realm()))
                .flatMap(part -> part)
                .toList();
    }

    private TypeSchema connection(String type) {
        String json = schemas.connection(type).published("connector", type);
        ConnectorProvider provider = plugins.connector(type);
        List<String> synonyms = synonyms(type, provider.types(), provider::schema);
        return new TypeSchema("connection", type, json, synonyms, new Guides(plugins).connector(type));
    }

    private TypeSchema job(String type) {
        String json = schemas.job(type).published("job", type);
        JobProvider provider = plugins.job(type);
        List<String> synonyms = synonyms(type, provider.types(), provider::schema);
        return new TypeSchema("job", type, json, synonyms, new Guides(plugins).job(type));
    }

    private TypeSchema realm() {
        return new TypeSchema(REALM, REALM, schemas.realm().published(REALM, ""), List.of(), "");
    }

    private static TypeSchema ofAny(String kind, String json) {
        return new TypeSchema(kind, "", json, List.of(), "");
    }

    private Stream<String> usable(String kind) {
        return installed.all().stream()
                .filter(plugin -> plugin.kind().equals(kind) && plugin.fault().isEmpty())
                .map(PluginInfo::type);
    }

    private static List<String> synonyms(String type, Set<String> types, UnaryOperator<String> schema) {
        return types.stream()
                .filter(other -> !other.equals(type) && schema.apply(other).equals(schema.apply(type)))
                .sorted()
                .toList();
    }

    private PluginException unknown(String name) {
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
