package io.lava4j.core.plugin;

import io.lava4j.core.error.NearMiss;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The providers of one service, by the types they serve. */
final class ByType<S> {

    private final String kind;
    private final Discovery discovery;
    private final Map<String, List<Found<S>>> byType = new TreeMap<>();
    private final List<Found<S>> faulty = new ArrayList<>();

    ByType(String kind, Class<S> service, Function<S, Set<String>> types, Discovery discovery) {
        this.kind = kind;
        this.discovery = discovery;
        discovery.find(service).forEach(found -> add(found, types));
    }

    S required(String type) {
        Sought<S> sought = find(type);
        return sought.provider().orElseThrow(() -> unknown(type, sought.remark()));
    }

    Sought<S> find(String type) {
        List<Found<S>> serving = byType.getOrDefault(type, List.of());
        if (serving.size() > 1) {
            throw new PluginException(duplicate(type, serving));
        }
        return serving.isEmpty()
                ? new Sought<>(Optional.empty(), unusable())
                : new Sought<>(serving.get(0).provider(), "");
    }

    /** Whether a folder in plugins/ has part in a type. */
    boolean fromFolder(String type) {
        return byType.getOrDefault(type, List.of()).stream()
                .anyMatch(found -> !found.origin().folder().isEmpty());
    }

    Set<String> types() {
        return Collections.unmodifiableSet(byType.keySet());
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        byType.forEach((type, serving) -> serving.forEach(found ->
                entries.add(new Entry(kind, type, found, serving.size() > 1 ? duplicate(type, serving) : "", ""))));
        faulty.forEach(found -> entries.add(new Entry(kind, "", found, found.described() + ": " + found.fault(), "")));
        return entries;
    }

    private void add(Found<S> found, Function<S, Set<String>> types) {
        if (found.provider().isEmpty()) {
            faulty.add(found);
            return;
        }
        try {
            Set<String> served = types.apply(found.provider().get());
            if (served.isEmpty() || served.stream().anyMatch(type -> !type.equals(type.toLowerCase(Locale.ROOT)))) {
                throw new IllegalArgumentException("types " + served + ": expected names in lower case");
            }
            served.forEach(type ->
                    byType.computeIfAbsent(type, none -> new ArrayList<>()).add(found));
        } catch (RuntimeException | LinkageError broken) {
            faulty.add(found.faulty("its types cannot be told: " + broken));
        }
    }

    private String duplicate(String type, List<Found<S>> serving) {
        String name = type.isEmpty() ? kind : kind + " type '" + type + "'";
        return name + " is there " + (serving.size() == 2 ? "twice" : serving.size() + " times")
                + ", and none is used: "
                + serving.stream().map(Found::described).collect(Collectors.joining("; "))
                + ". Remove all but one.";
    }

    private PluginException unknown(String type, String remark) {
        String known = byType.isEmpty() ? "none" : String.join(", ", byType.keySet());
        String hint = NearMiss.hint(type, byType.keySet());
        return new PluginException(kind + " type '" + type + "' is unknown"
                + (hint.isEmpty() ? ": take one that is known, or install its plugin." : hint)
                + " Known on " + discovery.description() + ": " + known + remark);
    }

    /** What may have served the type. */
    private String unusable() {
        return Stream.concat(
                        faulty.stream().map(found -> found.described() + " (" + found.fault() + ")"),
                        discovery.remarks().stream().map(Entry::fault).filter(fault -> !fault.isEmpty()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
