package io.lava4j.connector.mysql.sql;

import io.lava4j.core.spi.LoadRequest;

/** The statement that loads an object, or a part of one, through this process. */
public final class LocalLoad {

    private LocalLoad() {}

    /** The statement. The file name in it is a constant: the driver hands over a stream, whatever the name. */
    public static String statement(LoadRequest request, String table) {
        return statement(request, table, LoadClauses.of(request));
    }

    /** The statement for a part of an object: its header lines are none of it. */
    public static String statementOfPart(LoadRequest request, String table) {
        return statement(request, table, LoadClauses.of(request).withoutHeader());
    }

    private static String statement(LoadRequest request, String table, LoadClauses clauses) {
        String duplicates =
                switch (request.rules().duplicates()) {
                    case FAIL -> "";
                    case IGNORE -> "IGNORE ";
                    case REPLACE -> "REPLACE ";
                };
        return "LOAD DATA LOCAL INFILE 'lava4j' " + duplicates + "INTO TABLE " + table + " " + clauses.render();
    }
}
