package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/([a-z]+)$ a/b/orders.csv.gz orders",
                "/([a-z]+) 2026/orders/1.csv orders",
                "/^([^/]+)/([^/]+) crm/orders/1.csv crm",
                "/^[^/]+/(?P<the_table>[^/]+) crm/orders/1.csv orders",
                "/(?i)(ORDERS) crm/orders/1.csv orders",
                "/csv|(b) a/b.csv b",
                "/([0-9]{4})/ x/2026/a 2026"
            })
    void groupOneIsSearchedInTheKeyWithoutItsSuffix(String pattern, String key, String name) {
        assertEquals(name, find(pattern, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(csv)", "/x()", "/x|(y)", "/^b(.)"})
    void withoutANameThePatternIsToldWithWhatWasSearched(String pattern) {
        assertEquals(
                "'" + pattern + "' finds no name in 'a/x', the key without its suffix:"
                        + " expected a match whose group 1 is not empty",
                fault(pattern, "a/x.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/((a+)+)+$",
                "/^((a|a)*)*b$",
                "/(a*)*(a*)*(a*)*(a*)*(a*)*(a*)*b",
                "/(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a!]$"
            })
    void aPatternThatWouldSearchForYearsIsStopped(String pattern) {
        String message =
                Assertions.assertTimeout(Duration.ofMinutes(5), () -> fault(pattern, "a".repeat(900) + "!"), pattern);

        assertEquals("'" + pattern + "' takes too long to search: expected a simpler regular expression", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/((){1000}){1001}", "/(){2000000000}", "/(){99999999999999999999}", "/(((){99}){99}){999}"})
    void aPatternThatRepeatsNothingForYearsIsRefused(String pattern) {
        assertEquals(
                "'" + pattern + "' repeats something more than 1000000 times: expected fewer", fault(pattern, "a"));
    }

    @Test
    void aPatternThatRunsOutOfStackIsStopped() {
        assertEquals(
                "'/((a|b)*)$' takes too long to search: expected a simpler regular expression",
                fault("/((a|b)*)$", "a".repeat(1_000_000)));
    }

    @Test
    void aPatternIsNotLongerThanAKey() {
        assertEquals(
                "is a regular expression of 1001 characters: expected at most 1000",
                fault("/" + "(".repeat(500) + ")".repeat(500), "a"));
    }

    private static String fault(String pattern, String key) {
        return assertThrows(InvalidSpecException.class, () -> find(pattern, key))
                .violations()
                .get(0)
                .message();
    }

    private static String find(String pattern, String key) {
        Spec parameters = new Spec("job 'nightly'", Map.of("table", pattern), Path.of(""), pointer -> "");
        return NamePattern.of(parameters, "table", pattern).find(key);
    }
}
