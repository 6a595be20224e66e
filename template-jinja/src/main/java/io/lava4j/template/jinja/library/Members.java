package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.ListValue;
import io.lava4j.template.jinja.value.Match;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.TimeDelta;
import io.lava4j.template.jinja.value.TimeZone;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The methods and properties of each class of values. */
final class Members {

    /** Each table is made when a template first wants it: there are hundreds of methods, and few are used. */
    private static final Map<Class<?>, BiFunction<Value, String, Optional<Value>>> BY_CLASS = Map.ofEntries(
            of(Str.class, (string, name) -> StringMethods.TABLE.attribute(string, name)),
            of(ListValue.class, (list, name) -> ListMethods.TABLE.attribute(list, name)),
            of(Tuple.class, (tuple, name) -> ListMethods.SEQUENCE.attribute(tuple, name)),
            of(Dict.class, (dict, name) -> DictMethods.TABLE.attribute(dict, name)),
            of(Namespace.class, (namespace, name) -> namespace.find(name)),
            of(
                    Function.class,
                    (function, name) -> Optional.ofNullable(function.members().get(name))),
            of(Match.class, (match, name) -> RegexMethods.TABLE.attribute(match, name)),
            of(DateTime.class, (moment, name) -> DateTimeMethods.TABLE.attribute(moment, name)),
            of(Date.class, (date, name) -> DateMethods.DATE.attribute(date, name)),
            of(Time.class, (time, name) -> DateMethods.TIME.attribute(time, name)),
            of(TimeDelta.class, (delta, name) -> DateMethods.DELTA.attribute(delta, name)),
            of(TimeZone.class, (zone, name) -> DateTimeMethods.ZONE.attribute(zone, name)),
            of(Int.class, (number, name) -> NumberMethods.TABLE.attribute(number, name)),
            of(Real.class, (number, name) -> NumberMethods.TABLE.attribute(number, name)),
            of(Bool.class, (number, name) -> NumberMethods.TABLE.attribute(number, name)));

    private Members() {}

    static Optional<Value> find(Value value, String name) {
        return Optional.ofNullable(BY_CLASS.get(value.getClass())).flatMap(members -> members.apply(value, name));
    }

    private static <V extends Value> Map.Entry<Class<?>, BiFunction<Value, String, Optional<Value>>> of(
            Class<V> type, BiFunction<V, String, Optional<Value>> members) {
        return Map.entry(type, (value, name) -> members.apply(type.cast(value), name));
    }
}
