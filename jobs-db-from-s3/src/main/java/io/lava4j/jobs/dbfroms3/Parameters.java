package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Path;
import io.lava4j.core.spi.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The job's parameters as values, the names of source and target aside: those are {@link Names}.
 *
 * @param dbConnId the target connection
 * @param mode what happens to the rows that are there
 * @param options what {@code args} says
 * @param columns SQL column specifications; empty: the columns of the table
 * @param minSize data files with fewer bytes are left out
 * @param skipMissing whether missing data is a success
 * @param s3ConnId the connection whose region is used for the bucket
 * @param path which way the data may go
 * @param parallel connections that may load at once; empty: as many as suit the data
 * @param maxWarnings warnings that are allowed
 * @param atomic whether a failure must leave the table as it was in the modes that empty or drop it
 */
record Parameters(
        String dbConnId,
        Mode mode,
        LoadOptions options,
        List<String> columns,
        long minSize,
        boolean skipMissing,
        Optional<String> s3ConnId,
        Path path,
        OptionalInt parallel,
        OptionalLong maxWarnings,
        boolean atomic) {

    static Parameters of(Spec parameters) {
        return new Parameters(
                parameters.required("db_conn_id"),
                Mode.valueOf(upper(parameters.required("mode"))),
                Args.options(parameters),
                parameters.texts("columns"),
                parameters.size("min_size").orElse(0),
                parameters.flag("skip_missing", false),
                parameters.text("s3_conn_id"),
                Path.valueOf(upper(parameters.text("load_path").orElse("auto"))),
                parallel(parameters),
                parameters.number("max_warnings"),
                parameters.flag("atomic", true));
    }

    private static OptionalInt parallel(Spec parameters) {
        boolean auto = parameters.fields().get("parallel") instanceof String;
        return auto
                ? OptionalInt.empty()
                : OptionalInt.of((int) parameters.number("parallel").orElse(1));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
