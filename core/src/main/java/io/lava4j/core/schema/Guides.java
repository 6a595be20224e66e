package io.lava4j.core.schema;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.spi.ConnectorProvider;
import java.util.function.Supplier;

/** What types say of themselves beside their schemas. For types whose schemas are known to be without fault. */
public final class Guides {

    private final Plugins plugins;

    /**
     * Asks none yet.
     *
     * @param plugins where types are looked up
     */
    public Guides(Plugins plugins) {
        this.plugins = plugins;
    }

    /**
     * Of a connection.
     *
     * @param type a known type, in lower case
     * @return Markdown: of the type that it extends, then its own; perhaps empty
     * @throws PluginException if the provider cannot tell
     */
    public String connector(String type) {
        ConnectorProvider provider = plugins.connector(type);
        String own = told("connection", type, () -> provider.guide(type));
        String extended = SchemaFolder.extendedType(provider.schema(type))
                .map(this::connector)
                .orElse("");
        return extended.isEmpty() || own.isEmpty() ? extended + own : extended.stripTrailing() + "\n\n" + own;
    }

    /**
     * Of a job.
     *
     * @param type a known type, in lower case
     * @return Markdown; perhaps empty
     * @throws PluginException if the provider cannot tell
     */
    public String job(String type) {
        return told("job", type, () -> plugins.job(type).guide(type));
    }

    private static String told(String kind, String type, Supplier<String> guide) {
        try {
            return guide.get();
        } catch (RuntimeException | LinkageError broken) {
            throw new PluginException("the guide of " + kind + " '" + type + "' cannot be told: " + broken, broken);
        }
    }
}
