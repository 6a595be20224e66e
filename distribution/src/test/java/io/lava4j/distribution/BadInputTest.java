package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.DatabaseServer;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is told to the user, and leaves the table as it was, also in a job that would delete its rows. */
@ExtendWith(SandboxExtension.class)
class BadInputTest {

    private static final String ROWS = "SELECT id, name, day FROM t ORDER BY id";

    /** A table left over, or a column changed, would show here. */
    private static final String COLUMNS =
            """
            SELECT table_name, column_name, column_type, column_key FROM information_schema.columns
            WHERE table_schema = DATABASE() ORDER BY 1, 2""";

    @TempDir
    private Path specs;

    static Stream<Arguments> faults() {
        return Stream.of(BadInput.values())
                .flatMap(fault -> fault.products().stream().map(product -> Arguments.of(fault, product)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldAndLeavesTheTableAsItWas(BadInput fault, Product product, Sandbox sandbox) throws IOException {
        Workplace place = goodInput(sandbox, product.in(sandbox, fault.server()));
        List<List<String>> columns = place.database().query(COLUMNS);
        fault.spoil(place);

        Ended run = place.run();

        assertEquals(fault.status(), run.status(), run.err());
        assertEquals("", run.out());
        assertTrue(told(run).matches(pattern(fault.message(), place)), run.err());
        assertEquals(
                List.of(
                        List.of("1", "one", "2020-01-01"),
                        List.of("2", "two", "2020-01-02"),
                        List.of("9", "nine", "NULL")),
                place.database().query(ROWS));
        assertEquals(columns, place.database().query(COLUMNS));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAFaultTheSameJobTakesTheRowsAway(Product product, Sandbox sandbox) throws IOException {
        Workplace place = goodInput(sandbox, product.in(sandbox));

        Ended run = place.run();

        assertEquals(0, run.status(), run.err());
        assertEquals(
                List.of(List.of("3", "three", "2024-01-03")), place.database().query(ROWS));
    }

    private Workplace goodInput(Sandbox sandbox, DatabaseServer server) throws IOException {
        Workplace place = Workplace.withParameter(sandbox, server, specs).job("delete", "3,three,2024-01-03\n");
        place.database()
                .execute(
                        "ALTER TABLE t ADD day DATE",
                        "INSERT INTO t VALUES (1, 'one', '2020-01-01'), (2, 'two', '2020-01-02'), (9, 'nine', NULL)");
        return place;
    }

    /** The last thing said; before it stand the events up to there. */
    private static String told(Ended run) {
        return ("\n" + run.err()).split("\nlava: ", 2)[1].strip();
    }

    private static String pattern(String message, Workplace place) {
        String filled = message.replace("{db}", place.database().name())
                .replace("{port}", String.valueOf(place.database().port()))
                .replace("{bucket}", place.bucket())
                .replace("{specs}", place.specs().toString());
        return Stream.of(filled.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
