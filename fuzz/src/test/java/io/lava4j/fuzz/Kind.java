package io.lava4j.fuzz;

import io.lava4j.connector.mysql.commandline.OptionFileProperty;
import io.lava4j.connector.mysql.load.TablesProperty;
import io.lava4j.connector.mysql.session.DriverProperty;
import io.lava4j.connector.mysql.sql.TextProperty;
import io.lava4j.core.local.StoresProperty;
import io.lava4j.core.spec.SpecProperty;
import io.lava4j.jobs.dbfroms3.ArgsProperty;
import io.lava4j.jobs.dbfroms3.LoadProperty;
import io.lava4j.jobs.dbfroms3.ManifestProperty;
import io.lava4j.jobs.exe.WordsProperty;
import io.lava4j.template.jinja.TemplateProperty;
import java.util.Arrays;
import java.util.Locale;

/** What hostile input is thrown at. */
public enum Kind {
    SQL_TEXT(new TextProperty(), 2_000),
    SQL_TABLES(new TablesProperty(), 1_000),
    SQL_LOAD(new LoadProperty(), 2_000),
    ARGS(new ArgsProperty(), 1_000),
    DRIVER(new DriverProperty(), 1_000),
    OPTION_FILE(new OptionFileProperty(), 1_000),
    WORDS(new WordsProperty(), 1_000),
    MANIFEST(new ManifestProperty(), 1_000),
    SPEC(new SpecProperty(), 2_000),
    STORES(new StoresProperty(), 500),
    TEMPLATE(new TemplateProperty(), 2_000);

    final Property property;
    final int some;

    /** @param some how many cases {@code make test} tries */
    Kind(Property property, int some) {
        this.property = property;
        this.some = some;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind '" + name + "': expected one of " + Arrays.toString(values())));
    }
}
