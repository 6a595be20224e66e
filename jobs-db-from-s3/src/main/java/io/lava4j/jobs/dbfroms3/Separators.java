package io.lava4j.jobs.dbfroms3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds separators that the one who reads the data could not tell apart. */
final class Separators {

    private static final List<Keyword> ALL =
            List.of(Keyword.DELIMITER, Keyword.QUOTE, Keyword.ESCAPE, Keyword.TERMINATOR);

    private Separators() {}

    static List<Clash> clashes(Map<Keyword, String> separators) {
        List<Clash> clashes = new ArrayList<>();
        for (int one = 0; one < ALL.size(); one++) {
            for (int other = one + 1; other < ALL.size(); other++) {
                Clash pair = new Clash(
                        ALL.get(one), separators.get(ALL.get(one)), ALL.get(other), separators.get(ALL.get(other)));
                if (pair.isOne()) {
                    clashes.add(pair);
                }
            }
        }
        return clashes;
    }

    /** Two separators of which one begins with the other. */
    record Clash(Keyword one, String oneText, Keyword other, String otherText) {

        /** Equal quote and escape are how CSV doubles a quote: no clash. An empty one is none at all. */
        private boolean isOne() {
            boolean doubling = one == Keyword.QUOTE && other == Keyword.ESCAPE && oneText.equals(otherText);
            boolean both = !oneText.isEmpty() && !otherText.isEmpty();
            return both && !doubling && (oneText.startsWith(otherText) || otherText.startsWith(oneText));
        }

        String message(Set<Keyword> given) {
            return shown(one, oneText, given) + " and " + shown(other, otherText, given)
                    + " cannot be told apart, expected that none begins with another";
        }

        private static String shown(Keyword keyword, String text, Set<Keyword> given) {
            String printable = text.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
            return keyword + " '" + printable + "'" + (given.contains(keyword) ? "" : " (the default)");
        }
    }
}
