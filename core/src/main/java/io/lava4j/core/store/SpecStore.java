package io.lava4j.core.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where specs are kept. A program that embeds lava4j may hand its own to {@code Lava.builder()}. */
public interface SpecStore extends AutoCloseable {

    /**
     * The connection of that name.
     *
     * @param connId its {@code conn_id}
     * @return its spec as it stands, not validated; empty if there is none
     * @throws io.lava4j.core.error.InvalidSpecException if it cannot be parsed, or the store is not in order
     */
    Optional<Document> connection(String connId);

    /**
     * The job of that name.
     *
     * @param jobId its {@code job_id}
     * @return its spec as it stands, not validated; empty if there is none
     * @throws io.lava4j.core.error.InvalidSpecException if it cannot be parsed, or the store is not in order
     */
    Optional<Document> job(String jobId);

    /**
     * The realm of that name.
     *
     * @param name the realm
     * @return its spec as it stands, not validated; empty if there is none
     * @throws io.lava4j.core.error.InvalidSpecException if it cannot be parsed, or is another realm's
     */
    Optional<Document> realm(String name);

    /**
     * Where it looks, for messages.
     *
     * @return such as {@code directory 'specs'}
     */
    String description();

    /** Gives back what it holds. */
    @Override
    void close();

    /**
     * A spec as text.
     *
     * @param name where it comes from, for messages: a file's path, a table and key
     * @param directory what relative paths in it are relative to
     * @param format the syntax of the text
     * @param text the spec
     */
    record Document(String name, Path directory, Format format, String text) {}

    /** The syntax of a spec. */
    enum Format {
        /** RFC 8259. */
        JSON,
        /** YAML 1.2 without aliases. */
        YAML
    }
}
