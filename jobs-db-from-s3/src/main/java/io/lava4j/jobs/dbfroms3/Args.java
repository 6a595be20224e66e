package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.Spec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The step from the texts of {@code args} to {@link LoadOptions}; all faults at once. */
final class Args {

    private final Draft draft = new Draft();
    private final Map<Keyword, Integer> places = new EnumMap<>(Keyword.class);
    private final Set<Keyword> faulty = EnumSet.noneOf(Keyword.class);
    private final SortedMap<Integer, List<String>> faults = new TreeMap<>();

    private Args() {}

    static LoadOptions options(Spec parameters) {
        Args args = of(parameters);
        List<Violation> faults = args.violations(parameters);
        if (!faults.isEmpty()) {
            throw new InvalidSpecException(parameters.subject(), faults);
        }
        return args.draft.finished();
    }

    static List<Violation> faults(Spec parameters) {
        return of(parameters).violations(parameters);
    }

    private static Args of(Spec parameters) {
        Args args = new Args();
        List<String> texts = parameters.texts("args");
        for (int place = 0; place < texts.size(); place++) {
            args.read(place, texts.get(place).strip());
        }
        args.findAlternatives();
        args.findAmbiguousSeparators();
        return args;
    }

    private void read(int place, String text) {
        try {
            String word = new Operands(text).word("a load option such as HEADER");
            Keyword keyword = Keyword.named(word);
            Integer earlier = places.putIfAbsent(keyword, place);
            if (earlier != null) {
                throw new Fault("'" + text + "' repeats " + keyword + " of /args/" + earlier + ", expected it once");
            }
            read(keyword, new Operands(text, word.length()));
        } catch (Fault fault) {
            fault(place, fault.getMessage());
        }
    }

    private void read(Keyword keyword, Operands operands) throws Fault {
        try {
            keyword.read(operands, draft);
        } catch (Fault fault) {
            faulty.add(keyword);
            throw fault;
        }
    }

    private void findAlternatives() {
        for (List<Keyword> alternatives : Keyword.ALTERNATIVES) {
            List<Keyword> present =
                    alternatives.stream().filter(places::containsKey).toList();
            for (Keyword second : present) {
                present.stream()
                        .filter(first -> places.get(first) < places.get(second))
                        .findFirst()
                        .ifPresent(first -> fault(
                                places.get(second), second + " and " + first + " exclude each other, expected one"));
            }
        }
    }

    private void findAmbiguousSeparators() {
        Separators.clashes(draft.separators()).stream()
                .filter(clash -> !faulty.contains(clash.one()) && !faulty.contains(clash.other()))
                .forEach(clash ->
                        fault(Math.max(place(clash.one()), place(clash.other())), clash.message(places.keySet())));
    }

    private int place(Keyword keyword) {
        return places.getOrDefault(keyword, -1);
    }

    private void fault(int place, String message) {
        faults.computeIfAbsent(place, none -> new ArrayList<>()).add(message);
    }

    private List<Violation> violations(Spec parameters) {
        return faults.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(message -> parameters.violation("/args/" + entry.getKey(), message)))
                .toList();
    }
}
