package io.lava4j.core.spi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The code for a kind of resource. Found by {@link java.util.ServiceLoader}; cheap, without state, does no I/O. */
public interface ConnectorProvider {

    /**
     * The connection types it serves, in lower case.
     *
     * @return at least one
     */
    Set<String> types();

    /**
     * What a connection spec of this type holds, as JSON Schema draft 2020-12.
     *
     * <p>Only {@code properties}, {@code required}, {@code requiredOrSecret} (those that a secret may give instead) and
     * {@code documented} (the fields that descriptions begin with, in their order; the others follow in a table of their
     * own); a {@code $ref} at the root to {@code lava4j:connector/TYPE} extends that type. Core adds the fields of every
     * connection ({@code conn_id}, {@code type}, {@code enabled}, {@code description}, {@code owner}) and closes it. The
     * value kinds of core are {@code $ref}s too: {@code lava4j:boolean}, {@code lava4j:port}, {@code lava4j:size}, {@code
     * lava4j:duration}. {@code "writeOnly": true} marks a field whose value must never be shown.
     *
     * @param type one of {@link #types()}
     * @return the schema as JSON text
     */
    String schema(String type);

    /**
     * What the reference page of this type says below its fields: what no schema can hold, such as how to set it up. The
     * page of a type that extends another holds the other's first.
     *
     * <p>{@code [text](lava4j:connector/TYPE)} and {@code [text](lava4j:job/TYPE)} lead to the page of that type where it is
     * installed, and are the text alone where it is not.
     *
     * @param type one of {@link #types()}
     * @return Markdown, with headings from the second level; by default none
     */
    default String guide(String type) {
        return "";
    }

    /**
     * Makes a connection from its spec. Dials nothing yet.
     *
     * @param spec valid, enabled, and complete: what a secret gives has been filled in, the password aside
     * @param context what the connection may use for as long as it is open
     * @return the connection; core closes it
     * @throws io.lava4j.core.error.ConfigurationException if the spec asks for what cannot be
     */
    Connector connect(Spec spec, Context context);

    /** What core lends to a connection. */
    interface Context {

        /**
         * The name under which the connection presents itself to the server, such as {@code lv-prod-nightly}.
         *
         * @return never empty; any characters
         */
        String application();

        /**
         * User and password as they are now. To be asked for every physical connection: they may be temporary.
         *
         * @return the credentials that {@code password}, {@code secret_id} or the type's {@link Authentication} give
         * @throws io.lava4j.core.error.CredentialsException if there are none, or they cannot be read
         */
        Credentials credentials();

        /**
         * To be asked once when the server has refused credentials: reads again, past every cache.
         *
         * @param refused what the server refused
         * @return other credentials, worth one more try; empty when nothing has changed. A token is made anew only when
         *     the refused one ended on its way
         * @throws io.lava4j.core.error.CredentialsException if they cannot be read
         */
        Optional<Credentials> renewed(Credentials refused);

        /**
         * How databases of this type load from S3 by themselves, if they can.
         *
         * @return the one that serves this type; in the place of one that is faulty, one whose every
         *     {@link S3LoadPath#refusal} tells the fault
         */
        Optional<S3LoadPath> s3LoadPath();

        /**
         * A directory that only this process's user can read, made at the first call and removed after the connection is
         * closed.
         *
         * @return its path
         */
        Path privateDirectory();

        /**
         * Tells the user something about this connection, such as a weakness of its configuration.
         *
         * @param sentence what; becomes an event of the job
         */
        void event(String sentence);
    }
}
