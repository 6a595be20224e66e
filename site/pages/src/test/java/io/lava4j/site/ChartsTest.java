package io.lava4j.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void everyNumberOfAChartStandsInItsSectionOfTheResults() throws IOException {
        String results = Site.REPOSITORY.text(Path.of("bench/RESULTS.md"));
        List<Bar> unrecorded = Bar.read(Site.REPOSITORY.text(Charts.NUMBERS)).stream()
                .filter(bar -> !recorded(section(bar.section(), results), bar))
                .toList();
        assertEquals(List.of(), unrecorded);
    }

    @Test
    void theLongestBarFillsItsPlaceAndTheOthersTheirShare() {
        Chart chart = new Chart(
                "Times",
                Bar.read(
                        """
                # section;title;series;bar;number;bound
                Speed;Times;before;all;1200;1500
                Speed;Times;now;all;300;1500
                """));
        assertEquals(
                List.of("--share: 0.8; --bound: 1", "--share: 0.2; --bound: 1"),
                chart.figure().select(".track").eachAttr("style"));
        assertEquals(List.of("1,200", "300"), chart.figure().select(".track b").eachText());
        assertEquals(
                "Times before now bound: 1,500",
                chart.figure().select("figcaption").text());
    }

    @Test
    void aChartOfASectionThatIsNotThereIsRefused() {
        Charts charts = new Charts(Site.REPOSITORY);
        assertEquals(
                "bench/charts.csv: section 'Memory of the loading process' is not in bench/RESULTS.md",
                assertThrows(IllegalStateException.class, () -> charts.into(Jsoup.parse("<main></main>")))
                        .getMessage());
    }

    @Test
    void aLineWithTooFewPartsIsRefused() {
        assertEquals(
                "bench/charts.csv: 'Speed;1': expected section;title;series;bar;number;bound",
                assertThrows(IllegalArgumentException.class, () -> Bar.read("Speed;1"))
                        .getMessage());
    }

    private static boolean recorded(String section, Bar bar) {
        return Stream.concat(Stream.of(bar.value()), bar.bound().stream())
                .map(Chart::number)
                .allMatch(number -> Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d]|[.,]\\d)")
                        .matcher(section)
                        .find());
    }

    private static String section(String name, String results) {
        Matcher section = Pattern.compile("(?ms)^## " + Pattern.quote(name) + "$(.*?)(?=^## |\\z)")
                .matcher(results);
        return section.find() ? section.group(1) : "";
    }
}
