package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lava says of its connector types, held against the page that they were made from. */
class PageTest {

    private static final int FIELD = 1;
    private static final int DESCRIPTION = 4;

    @ParameterizedTest
    @ValueSource(strings = {"mysql-aurora", "mysql-rds", "mariadb-rds"})
    void theTableOfThePageIsDescribedRowByRow(String type) throws IOException {
        List<String> page = Page.rows().stream()
                .map(row -> row.replace("`mysql-aurora`", "`" + type + "`"))
                .toList();
        List<List<String>> described = tables(type);

        assertEquals(13, page.size(), page::toString);
        assertEquals(2, described.size());
        assertEquals(marks(page), marks(described.get(0)));
        for (int row = 0; row < page.size(); row++) {
            String sentence = cell(page.get(row), DESCRIPTION);
            String ours = cell(described.get(0).get(row), DESCRIPTION);
            assertTrue(ours.startsWith(sentence), ours + "\nbut the page says\n" + sentence);
        }
    }

    @Test
    void whatIsNotOnThePageStandsInATableOfItsOwn() {
        assertEquals(
                List.of(
                        "owner",
                        "ssl_mode",
                        "run_schema",
                        "lock_limit",
                        "stall_limit",
                        "subtype",
                        "region",
                        "iam_host",
                        "iam_port"),
                tables("mysql-aurora").get(1).stream()
                        .map(row -> cell(row, FIELD))
                        .toList());
    }

    @Test
    void mysqlIsTheSameButForTheTokens() {
        List<List<String>> mysql = tables("mysql");
        List<List<String>> aurora = tables("mysql-aurora");

        assertEquals(marks(aurora.get(0)), marks(mysql.get(0)));
        assertEquals(
                List.of("owner", "ssl_mode", "run_schema", "lock_limit", "stall_limit", "subtype"),
                mysql.get(1).stream().map(row -> cell(row, FIELD)).toList());
        assertTrue(!mysql.toString().contains("IAM"), mysql::toString);
    }

    private static List<List<String>> tables(String type) {
        Ended describe = LavaProgram.assembled().run("describe", type, "--format", "markdown");
        assertEquals(0, describe.status(), describe.err());
        List<List<String>> tables = new ArrayList<>();
        for (String part : describe.out().split("\n### lava4j's own\n")) {
            tables.add(Page.rows(part));
        }
        return tables;
    }

    /** Field, type and mark of each row. */
    private static List<String> marks(List<String> rows) {
        return rows.stream()
                .map(row -> cell(row, FIELD) + " " + cell(row, FIELD + 1) + " " + cell(row, FIELD + 2))
                .toList();
    }

    private static String cell(String row, int index) {
        return row.split("\\|")[index];
    }
}
