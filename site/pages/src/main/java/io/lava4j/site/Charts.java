package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The charts of bench/charts.csv, each below the heading of the section that its numbers stand in. */
record Charts(Repository repository) {
    static final Path NUMBERS = Path.of("bench/charts.csv");

    void into(Document results) throws IOException {
        Map<String, List<Bar>> charts = Bar.read(repository.text(NUMBERS)).stream()
                .collect(Collectors.groupingBy(Bar::title, LinkedHashMap::new, Collectors.toList()));
        charts.forEach((title, bars) -> add(title, bars, results));
    }

    private static void add(String title, List<Bar> bars, Document results) {
        Element heading = heading(bars.get(0).section(), results);
        Element place = heading;
        while (place.nextElementSibling() != null && place.nextElementSibling().is("p, figure")) {
            place = place.nextElementSibling();
        }
        place.after(new Chart(title, bars).figure());
    }

    private static Element heading(String section, Document results) {
        return results.select("main h2").stream()
                .filter(heading -> heading.ownText().equals(section))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s: section '%s' is not in bench/RESULTS.md".formatted(NUMBERS, section)));
    }
}
