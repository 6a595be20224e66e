package io.lava4j.core.store;

import io.lava4j.core.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where specs are kept. Found by {@link java.util.ServiceLoader} under its scheme, or handed to {@code Lava.builder()} by the
 * program that embeds lava4j. Used by several threads at once.
 */
public interface SpecStore extends AutoCloseable {

    /**
     * What people write before the colon to mean this kind of store: {@code --specs dynamodb:}. Asked of what the service
     * loader made, which does no I/O.
     *
     * @return two characters or more of a to z, 0 to 9, plus, dot and hyphen, a letter first; by default empty, for a store
     *     that is only ever handed in
     */
    default String scheme() {
        return "";
    }

    /**
     * The store at a place of its kind. Called once, when specs are first wanted; does no I/O yet.
     *
     * @param place what is written behind the colon; may be empty
     * @return closed by the caller, who closes nothing else; by default this one, which has no places
     * @throws ConfigurationException if it is no place of this kind
     */
    default SpecStore at(String place) {
        if (!place.isEmpty()) {
            throw new ConfigurationException("specs '" + scheme() + ":" + place + "': expected '" + scheme()
                    + ":' and nothing behind it; a realm is named by --realm or LAVA_REALM");
        }
        return this;
    }

    /**
     * The connection of that name.
     *
     * @param realm the realm of the run; a store of one realm need not look at it
     * @param connId its {@code conn_id}
     * @return its spec as it stands, not validated; empty if there is none
     * @throws io.lava4j.core.error.LavaException if it cannot be read, or the store is not in order
     */
    Optional<Document> connection(String realm, String connId);

    /**
     * The job of that name.
     *
     * @param realm the realm of the run; a store of one realm need not look at it
     * @param jobId its {@code job_id}
     * @return its spec as it stands, not validated; empty if there is none
     * @throws io.lava4j.core.error.LavaException if it cannot be read, or the store is not in order
     */
    Optional<Document> job(String realm, String jobId);

    /**
     * The realm of that name.
     *
     * @param name the realm
     * @return its spec as it stands, not validated; empty if a realm of that name and nothing else is meant
     * @throws io.lava4j.core.error.LavaException if it cannot be read, is another realm's, or must be there and is not
     */
    Optional<Document> realm(String name);

    /**
     * The names of its connections, for a message about one that is not there.
     *
     * @param realm the realm of the run
     * @return by default none, for a store where a look costs much, or may be forbidden
     */
    default Collection<String> connections(String realm) {
        return List.of();
    }

    /**
     * The names of its jobs, for a message about one that is not there.
     *
     * @param realm the realm of the run
     * @return by default none
     */
    default Collection<String> jobs(String realm) {
        return List.of();
    }

    /**
     * Where it looks, for messages.
     *
     * @param realm the realm of the run
     * @return such as {@code directory 'specs'}
     */
    String description(String realm);

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
        YAML,
        /**
         * RFC 8259, made of what is no text where it is kept: messages name its fields, and no lines. A realm's may have fields
         * of other programs.
         */
        RECORD
    }
}
