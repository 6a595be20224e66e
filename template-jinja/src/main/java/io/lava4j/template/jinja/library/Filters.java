package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Given;
import io.lava4j.template.jinja.value.Undefined;
import io.lava4j.template.jinja.value.Value;

/** Jinja's filters. */
public final class Filters {

    private static final Table<Value> ALL = new Table<Value>()
            .addAll(TextFilters.TABLE)
            .addAll(ShapeFilters.TABLE)
            .addAll(ValueFilters.TABLE)
            .addAll(ListFilters.TABLE)
            .addAll(ItemFilters.TABLE);

    private Filters() {}

    /** Fails for a filter that is not there: a fault of the template's text, found before it is rendered. */
    public static void check(String name) {
        if (!ALL.has(name)) {
            throw new Fault("no filter named '" + name + "'");
        }
    }

    public static Value apply(String name, Value subject, Given given, Budget budget) {
        check(name);
        boolean forgiving = name.equals("default") || name.equals("d");
        return ALL.call(name, forgiving ? subject : Undefined.used(subject), given, budget);
    }
}
