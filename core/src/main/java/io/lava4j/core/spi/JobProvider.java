package io.lava4j.core.spi;

import io.lava4j.core.error.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code that runs a type of job. Found by {@link java.util.ServiceLoader}; cheap, without state, does no I/O. */
public interface JobProvider {

    /**
     * The job types it runs, in lower case.
     *
     * @return at least one
     */
    Set<String> types();

    /**
     * What a job spec of this type holds, as JSON Schema draft 2020-12: see {@link ConnectorProvider#schema}. Core adds
     * the fields of every job.
     *
     * @param type one of {@link #types()}
     * @return the schema as JSON text
     */
    String schema(String type);

    /**
     * What the reference page of this type says below its fields: see {@link ConnectorProvider#guide}.
     *
     * @param type one of {@link #types()}
     * @return Markdown, with headings from the second level; by default none
     */
    default String guide(String type) {
        return "";
    }

    /**
     * The faults of a spec that no schema can find, such as in a text with a syntax of its own. Asked when a spec is
     * validated and before each run, so that they are told together with what the schema finds; does no I/O. Default: none.
     *
     * @param spec perhaps not valid by its schema: an {@link io.lava4j.core.error.InvalidSpecException} from a field that is
     *     read then counts for nothing, as the schema has found that fault
     * @return all of them, made by {@link Spec#violation}
     */
    default List<Violation> faults(Spec spec) {
        return List.of();
    }

    /**
     * Whether its jobs heed {@link Context#dryRun}. Those that do not are never asked for a dry run.
     *
     * @return false unless a provider says otherwise
     */
    default boolean hasDryRun() {
        return false;
    }

    /**
     * Runs a job to its end. An interrupt of the thread cancels it.
     *
     * @param spec valid and without {@link #faults}; parameters given at run time are merged in
     * @param context what the job may use while it runs
     * @throws io.lava4j.core.error.LavaException if it failed
     */
    void run(Spec spec, Context context);

    /** What core lends to a running job. */
    interface Context {

        /**
         * The run's own id.
         *
         * @return a UUID
         */
        String runId();

        /**
         * Whether the job must change nothing: it does all else, and puts what it would do into the result.
         *
         * @return true only for types that {@linkplain JobProvider#hasDryRun have a dry run}
         */
        boolean dryRun();

        /**
         * The realm that the job runs in.
         *
         * @return its spec: at least {@code realm}
         */
        Spec realm();

        /**
         * Opens a connection with a capability.
         *
         * @param <C> the capability
         * @param connId its {@code conn_id}
         * @param capability what the job needs of it, such as {@link LoadTarget}
         * @return the connection; core closes it when the job ends
         * @throws io.lava4j.core.error.LavaException if there is none of that name, it is disabled, invalid, lacks
         *     credentials, or does not have the capability
         */
        <C> C connector(String connId, Class<C> capability);

        /**
         * The store that objects are read from.
         *
         * @param connId the connection whose {@code region} is used, if one is named; its type does not matter
         * @return the store; core closes it
         * @throws io.lava4j.core.error.LavaException if there is no such connection, or no store
         */
        ObjectStore objects(Optional<String> connId);

        /**
         * A directory that only this process's user can read, made at the first call and removed when the job has ended
         * and its connections are closed.
         *
         * @return its path, absolute
         */
        Path privateDirectory();

        /**
         * Renders a string of the spec, or a part of one, once. A value given at run time is data and comes back as it is;
         * so does a text that holds no template.
         *
         * @param pointer JSON Pointer of the string in the job's spec
         * @param text what of it: the whole, or what the job has cut out of it
         * @param variables the job's own, added to those of every job
         * @return the text
         * @throws io.lava4j.core.error.InvalidSpecException with the field, the template and its fault
         */
        String render(String pointer, String text, Map<String, ?> variables);

        /**
         * Hears of events and progress; an event becomes part of the result.
         *
         * @return the listener
         */
        Listener listener();

        /**
         * Puts a field into the job's result, as soon as it is known: a failed job's result holds those set before.
         *
         * @param field its name, such as {@code rows}
         * @param value a string, number, boolean, or a list or map of these
         */
        void result(String field, Object value);
    }
}
