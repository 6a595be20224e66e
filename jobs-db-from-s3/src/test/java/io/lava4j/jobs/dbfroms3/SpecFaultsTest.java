package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found with the spec, before any run. */
class SpecFaultsTest {

    private final NightlyJob job = new NightlyJob();
    private final Map<String, Object> parameters = job.parameters;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mode|drop|/columns: is missing: mode 'drop' creates the table from it",
                "table|/[|/table: '/[' is no regular expression: Unclosed character class at character 2",
                "table|/abc|/table: '/abc' has no group: expected parentheses around the name, as in '/([a-z]+)$'"
            })
    void whatDoesNotGoTogetherIsFoundWithTheSpec(String field, String value, String fault) {
        parameters.put(field, value);

        assertEquals(List.of("/parameters" + fault), job.faults());
    }

    @Test
    void allThatDoesNotGoTogetherIsFoundAtOnce() {
        parameters.putAll(Map.of(
                "schema",
                "/([)",
                "table",
                "/(t)",
                "columns",
                List.of("id INT"),
                "max_warnings",
                1,
                "args",
                List.of("REPLACE")));

        assertEquals(
                List.of(
                        "/parameters/schema: '/([)' is no regular expression: Unclosed character class at character 4",
                        "/parameters/columns: is given, and schema is a regular expression: the table must exist then;"
                                + " leave columns out",
                        "/parameters/max_warnings: is given with REPLACE, which stops at the first bad value:"
                                + " leave one of them out"),
                job.faults());
    }

    @Test
    void whatTheSchemaFindsFaultWithHidesNoOtherFault() {
        parameters.putAll(
                Map.of("jinja", "perhaps", "columns", 7, "max_warnings", 1, "args", List.of("HEADR", "REPLACE")));
        parameters.remove("table");

        assertEquals(
                List.of(
                        "/parameters/args/0: 'HEADR' is not a load option, did you mean 'HEADER'?",
                        "/parameters/max_warnings: is given with REPLACE, which stops at the first bad value:"
                                + " leave one of them out"),
                job.faults());
    }

    @Test
    void aTableThatIsDroppedNeedsAName() {
        parameters.putAll(Map.of("mode", "drop", "table", "/(t)", "columns", List.of("id INT")));

        assertEquals(
                List.of("/parameters/mode: 'drop' creates the table from columns, and table is a regular expression,"
                        + " which forbids columns: expected another mode"),
                job.faults());
    }

    @Test
    void aTemplateIsNoRegularExpressionYet() {
        parameters.putAll(Map.of("jinja", true, "table", "/({{ vars.x }}[)"));

        assertEquals(List.of(), job.faults());
    }
}
