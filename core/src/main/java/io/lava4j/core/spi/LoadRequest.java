package io.lava4j.core.spi;

import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What to load where, in types: nothing in here is SQL, the column specifications aside.
 *
 * @param runId the run's own id
 * @param target the table
 * @param source the data
 * @param format how the data is written
 * @param rules what may happen to the table and to bad rows
 * @param path which way the data may go
 * @param parallel connections that may load at once, at least 1, never at the price of all or nothing; empty: as many as
 *     suit the data
 */
public record LoadRequest(
        String runId, Target target, Source source, Format format, Rules rules, Path path, OptionalInt parallel) {

    /**
     * The table.
     *
     * @param schema its schema, as the job names it; the connector folds case
     * @param table its name, as the job names it
     * @param columns SQL column specifications, also the columns that the data holds, in order; empty: those of the table
     * @param partitions the partitions that rows must fall into; empty: any
     */
    public record Target(String schema, String table, List<String> columns, List<String> partitions) {
        /** Copies the lists. */
        public Target {
            columns = List.copyOf(columns);
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * The data.
     *
     * @param objects what to load, in order; none is empty of meaning, some may be empty of bytes
     * @param store where they are read
     */
    public record Source(List<StoredObject> objects, ObjectStore store) {
        /** Copies the list. */
        public Source {
            objects = List.copyOf(objects);
        }

        /**
         * Their length together.
         *
         * @return bytes
         */
        public long bytes() {
            return objects.stream().mapToLong(StoredObject::size).sum();
        }
    }

    /**
     * How the data is written. Of delimiter, quote, escape and terminator none begins with another, save that the quote may be
     * the escape: whether that holds for their bytes in the file's encoding too is for the connector to say.
     *
     * @param delimiter between two fields; not empty
     * @param quote encloses a field; empty for none
     * @param quoteOptional whether only strings are enclosed
     * @param escape begins an escape sequence; empty for none. An escaped {@code N} alone in a field is NULL
     * @param terminator ends a row; not empty
     * @param headerLines lines to leave out at the start of every object
     * @param encoding name of the character set, as MySQL names it
     * @param compression how the objects are compressed
     * @param nullText fields that equal it are NULL
     */
    public record Format(
            String delimiter,
            String quote,
            boolean quoteOptional,
            String escape,
            String terminator,
            int headerLines,
            String encoding,
            Compression compression,
            Optional<String> nullText) {

        /**
         * Checks that fields and rows have an end.
         *
         * @throws IllegalArgumentException if delimiter or terminator is empty
         */
        public Format {
            if (delimiter.isEmpty() || terminator.isEmpty()) {
                throw new IllegalArgumentException("delimiter '" + delimiter + "', terminator '" + terminator
                        + "': one character or more was expected in each");
            }
        }
    }

    /**
     * What may happen to the table and to bad rows.
     *
     * @param mode what happens to the rows that are there
     * @param duplicates what happens to a row whose key is there already
     * @param maxWarnings skipped rows and warnings that are allowed; empty: none, or any with {@link Duplicates#IGNORE}
     * @param atomic whether {@link Mode#TRUNCATE} and {@link Mode#DROP} must leave the table as it was when they fail
     */
    public record Rules(Mode mode, Duplicates duplicates, OptionalLong maxWarnings, boolean atomic) {}

    /** What happens to the rows that are there. */
    public enum Mode {
        /** The table must be empty. */
        ABORT,
        /** They stay. */
        APPEND,
        /** They are deleted in the load's own transaction. */
        DELETE,
        /** The table is dropped and created anew. */
        DROP,
        /** Of two tables the empty one is loaded, the other emptied. */
        SWITCH,
        /** The table is emptied first. */
        TRUNCATE
    }

    /** What happens to a row whose unique key is there already. */
    public enum Duplicates {
        /** The load fails. */
        FAIL,
        /** The new row is left out; other bad rows are adjusted or left out too, and counted. */
        IGNORE,
        /** The new row takes the place of the old one. */
        REPLACE
    }

    /** How objects are compressed. */
    public enum Compression {
        /** Not at all. */
        NONE,
        /** RFC 1952. */
        GZIP,
        /** RFC 8878. */
        ZSTD
    }

    /** Which way the data may go. */
    public enum Path {
        /** The database's own way where it offers one, else through this process. */
        AUTO,
        /** Through this process. */
        CLIENT,
        /** The database reads the objects itself. */
        SERVER
    }
}
