package io.lava4j.fuzz;

import io.lava4j.connector.mysql.load.TablesProperty;
import io.lava4j.connector.mysql.sql.TextProperty;
import io.lava4j.jobs.dbfroms3.LoadProperty;
import java.util.Arrays;

/** What hostile input is thrown at. */
public enum Kind {
    SQL_TEXT(new TextProperty(), 2_000),
    SQL_TABLES(new TablesProperty(), 1_000),
    SQL_LOAD(new LoadProperty(), 2_000);

    final Property property;
    final int some;

    /** @param some how many cases {@code make test} tries */
    Kind(Property property, int some) {
        this.property = property;
        this.some = some;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind '" + name + "': expected one of " + Arrays.toString(values())));
    }
}
