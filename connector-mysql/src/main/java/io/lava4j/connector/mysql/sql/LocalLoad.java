package io.lava4j.connector.mysql.sql;

import io.lava4j.core.spi.LoadRequest;

/** The statement that loads one object through this process. */
public final class LocalLoad {

    private LocalLoad() {}

    /** The statement. The file name in it is a constant: the driver hands over a stream, whatever the name. */
    public static String statement(LoadRequest request, String table) {
        String duplicates =
                switch (request.rules().duplicates()) {
                    case FAIL -> "";
                    case IGNORE -> "IGNORE ";
                    case REPLACE -> "REPLACE ";
                };
        return "LOAD DATA LOCAL INFILE 'lava4j' " + duplicates + "INTO TABLE " + table + " "
                + LoadClauses.of(request).render();
    }
}
