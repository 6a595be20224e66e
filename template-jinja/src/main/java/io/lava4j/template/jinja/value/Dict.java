package io.lava4j.template.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dict, which a template may change; in the order of insertion. */
public final class Dict implements Value {

    /** By what makes two keys one in Python: 1, 1.0 and True are. */
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    /** A key and its value. */
    public record Entry(Value key, Value value) {

        public Tuple pair() {
            return Tuple.of(key, value);
        }
    }

    public Optional<Value> find(Value key) {
        return Optional.ofNullable(entries.get(identity(key))).map(Entry::value);
    }

    public void put(Value key, Value value) {
        Value first =
                Optional.ofNullable(entries.get(identity(key))).map(Entry::key).orElse(key);
        entries.put(identity(key), new Entry(first, value));
        if (entries.size() > Budget.MOST_ITEMS) {
            throw Budget.tooManyItems(entries.size());
        }
    }

    public void putAll(Dict other) {
        other.entries().forEach(entry -> put(entry.key(), entry.value()));
    }

    public Optional<Value> remove(Value key) {
        return Optional.ofNullable(entries.remove(identity(key))).map(Entry::value);
    }

    public void clear() {
        entries.clear();
    }

    /** A copy: the dict may change while it is walked. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    public int size() {
        return entries.size();
    }

    @Override
    public String type() {
        return "dict";
    }

    @Override
    public boolean truth() {
        return !entries.isEmpty();
    }

    @Override
    public void represent(Output out) {
        out.enter();
        out.append("{");
        String separator = "";
        for (Entry entry : entries()) {
            out.append(separator);
            entry.key().represent(out);
            out.append(": ");
            entry.value().represent(out);
            separator = ", ";
        }
        out.append("}");
        out.leave();
    }

    private static Object identity(Value key) {
        Undefined.used(key);
        if (key instanceof Tuple tuple) {
            return tuple.items().stream().map(Dict::simple).toList();
        }
        return simple(key);
    }

    /** A tuple in a tuple is no key: comparing nests that share parts takes exponential time. */
    private static Object simple(Value key) {
        if (key instanceof Real real && real.real() != Math.rint(real.real())) {
            return real;
        }
        if (key instanceof Numeric number) {
            return number.whole();
        }
        if (key instanceof Dict || key instanceof Sequence || key instanceof Namespace || key instanceof Undefined) {
            throw new Fault("unhashable type: '" + key.type() + "'");
        }
        return key;
    }
}
