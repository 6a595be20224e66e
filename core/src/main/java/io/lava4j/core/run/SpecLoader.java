package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.error.NearMiss;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.schema.Schemas;
import io.lava4j.core.schema.SpecSchema;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.SpecReader;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.store.SpecStore;
import io.lava4j.core.store.SpecStore.Format;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Specs by name: read, and validated. */
public final class SpecLoader {

    private final SpecStore store;
    private final Schemas schemas;
    private final Plugins plugins;

    /**
     * Reads nothing yet.
     *
     * @param environment where specs are, and what they must be
     */
    public SpecLoader(Environment environment) {
        this.store = environment.specs();
        this.schemas = environment.schemas();
        this.plugins = environment.plugins();
    }

    /** A connection, read but not validated. */
    ParsedSpec connection(String realm, String connId) {
        return SpecReader.read(store.connection(realm, connId)
                .orElseThrow(() -> missing("connection", connId, realm, store.connections(realm))));
    }

    /** A job, read but not validated. */
    ParsedSpec job(String realm, String jobId) {
        return SpecReader.read(
                store.job(realm, jobId).orElseThrow(() -> missing("job", jobId, realm, store.jobs(realm))));
    }

    /** The realm; one of that name and nothing else when the store has none. */
    Spec realm(String name) {
        String subject = "realm '" + name + "'";
        return store.realm(name)
                .map(document -> {
                    ParsedSpec parsed = SpecReader.read(document);
                    boolean shared = document.format() == Format.RECORD;
                    requireValid(subject, parsed, shared ? schemas.realmRecord() : schemas.realm());
                    return new Spec(subject, parsed.fields(), document.directory(), parsed.positions()::valuePlace);
                })
                .orElseGet(() -> new Spec(subject, Map.of("realm", name), Path.of(""), pointer -> ""));
    }

    /**
     * The faults of a connection.
     *
     * @param parsed the spec
     * @return all faults, those of its type's schema too where the type is known
     */
    public List<Violation> faultsOfConnection(ParsedSpec parsed) {
        return faults(parsed, schema(parsed, schemas::connection, schemas::anyConnection));
    }

    /**
     * The faults of a job.
     *
     * @param parsed the spec
     * @return all faults, those that its type's schema or the type itself finds too where the type is known
     */
    public List<Violation> faultsOfJob(ParsedSpec parsed) {
        Spec spec = new Spec("job", parsed.fields(), parsed.document().directory(), parsed.positions()::valuePlace);
        return faultsOfJob(parsed, spec);
    }

    /** The faults of a job whose fields are no longer those of its text alone. */
    List<Violation> faultsOfJob(ParsedSpec parsed, Spec spec) {
        List<Violation> faults =
                schema(parsed, schemas::job, schemas::anyJob).validate(spec.fields(), parsed.positions(), Set.of());
        return Stream.concat(
                        faults.stream(),
                        parsed.type().stream().flatMap(type -> faultsOfMeaning(type, spec, faults.isEmpty()).stream()))
                .toList();
    }

    private List<Violation> faultsOfMeaning(String type, Spec spec, boolean valid) {
        try {
            return plugins.job(type).faults(spec);
        } catch (InvalidSpecException invalid) {
            return valid ? invalid.violations() : List.of();
        } catch (LavaException told) {
            throw told;
        } catch (RuntimeException defect) {
            throw new PluginException(
                    "job type '" + type + "' cannot check its specs: " + defect + "; get a version of it that can",
                    defect);
        }
    }

    /**
     * The faults of a realm.
     *
     * @param parsed the spec
     * @return all faults
     */
    public List<Violation> faultsOfRealm(ParsedSpec parsed) {
        return faults(parsed, schemas.realm());
    }

    private static SpecSchema schema(
            ParsedSpec parsed, Function<String, SpecSchema> ofType, Supplier<SpecSchema> ofAny) {
        try {
            return parsed.type().map(ofType).orElseGet(ofAny);
        } catch (PluginException unusable) {
            throw new PluginException(
                    new Violation(parsed.positions().valuePlace("/type"), "/type", unusable.getMessage()), unusable);
        }
    }

    private static void requireValid(String subject, ParsedSpec parsed, SpecSchema schema) {
        require(subject, faults(parsed, schema));
    }

    static void require(String subject, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(subject, violations);
        }
    }

    private static List<Violation> faults(ParsedSpec parsed, SpecSchema schema) {
        return schema.validate(parsed.fields(), parsed.positions(), Set.of());
    }

    private ConfigurationException missing(String kind, String id, String realm, Collection<String> known) {
        String hint = NearMiss.hint(id, known);
        return new ConfigurationException(kind + " '" + id + "': there is none in " + store.description(realm)
                + (hint.isEmpty() ? "; check its name, and where specs are looked for (--specs or LAVA_SPECS)" : hint));
    }
}
