package io.lava4j.core.schema;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The schema of every kind of spec, made once. Safe for use by several threads. */
public final class Schemas {

    private final Plugins plugins;
    private final SchemaFolder folder;
    private final ConcurrentMap<String, SpecSchema> known = new ConcurrentHashMap<>();

    /**
     * Makes none yet.
     *
     * @param plugins where types are looked up
     */
    public Schemas(Plugins plugins) {
        this.plugins = plugins;
        this.folder = new SchemaFolder(type -> plugins.connector(type).schema(type));
    }

    /**
     * The schema of a connection.
     *
     * @param type a known type, in lower case
     * @return its flat schema
     * @throws PluginException if the type is unknown or its schema faulty
     */
    public SpecSchema connection(String type) {
        return known.computeIfAbsent(
                "connection '" + type + "'",
                key -> make(
                        key,
                        "connection",
                        () -> plugins.connector(type).schema(type),
                        plugins.connectorFromFolder(type)));
    }

    /**
     * The schema of a job.
     *
     * @param type a known type, in lower case
     * @return its flat schema
     * @throws PluginException if the type is unknown or its schema faulty
     */
    public SpecSchema job(String type) {
        return known.computeIfAbsent(
                "job '" + type + "'",
                key -> make(key, "job", () -> plugins.job(type).schema(type), plugins.jobFromFolder(type)));
    }

    /**
     * The schema of a connection whose type cannot be told, for the fields that every connection has.
     *
     * @return a schema that lets other fields pass
     */
    public SpecSchema anyConnection() {
        return known.computeIfAbsent("connection", key -> SpecSchema.open(folder.fold("connection", "{}")));
    }

    /**
     * The schema of a job whose type cannot be told, for the fields that every job has.
     *
     * @return a schema that lets other fields pass
     */
    public SpecSchema anyJob() {
        return known.computeIfAbsent("job", key -> SpecSchema.open(folder.fold("job", "{}")));
    }

    /**
     * The schema of a realm.
     *
     * @return its schema
     */
    public SpecSchema realm() {
        return known.computeIfAbsent("realm", key -> new SpecSchema(folder.fold("realm", "{}")));
    }

    /**
     * What a realm must be whose record others read too, and have fields in.
     *
     * @return its schema, which lets fields pass that it does not know
     */
    public SpecSchema realmRecord() {
        return known.computeIfAbsent("realm record", key -> SpecSchema.open(folder.fold("realm", "{}")));
    }

    /** @param untested whether it must also be shown to be a schema by the standard */
    private SpecSchema make(String name, String base, Supplier<String> own, boolean untested) {
        try {
            ObjectNode flat = folder.fold(base, own.get());
            if (untested) {
                MetaSchema.require(flat);
            }
            return new SpecSchema(flat);
        } catch (LavaException known) {
            throw known;
        } catch (RuntimeException faulty) {
            throw new PluginException("the schema of " + name + " is faulty: " + faulty.getMessage(), faulty);
        } catch (LinkageError broken) {
            throw new PluginException("the schema of " + name + " cannot be told: " + broken, broken);
        }
    }
}
