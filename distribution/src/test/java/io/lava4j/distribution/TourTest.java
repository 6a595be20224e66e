package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.Tour.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's tour, typed by a machine, in a directory of its own that shows it the repository. */
class TourTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> NEEDED = List.of("examples", "distribution", "sandbox");

    @TempDir
    private Path directory;

    private List<Step> steps;

    @BeforeEach
    void showTheRepository() throws IOException {
        for (String name : NEEDED) {
            Files.createSymbolicLink(directory.resolve(name), REPOSITORY.resolve(name));
        }
    }

    /** JUnit would warn of each. */
    @AfterEach
    void removeTheLinks() throws IOException {
        for (String name : NEEDED) {
            Files.delete(directory.resolve(name));
        }
    }

    @Test
    void everyCommandEndsAsItSaysAndTheTablesHoldTheRows() throws IOException, InterruptedException {
        Tour tour = Tour.of(REPOSITORY.resolve("README.md"));

        steps = tour.run(
                directory,
                Map.of(
                        "JAVA_HOME",
                        LavaProgram.java().toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "LAVA_JAVA_OPTS",
                        LavaProgram.JAVA_OPTIONS));

        assertEquals(tour.commands(), steps.stream().map(Step::command).toList());
        for (Step step : steps) {
            assertEquals(Integer.toString(Tour.expectedStatus(step.command())), step.status(), step::toString);
        }
        theTablesHoldTheRows();
        theErrorIsWorthSeeing();
        nothingIsLeftOfTheSandbox();
    }

    private void theTablesHoldTheRows() {
        says("lava run customers-switch --dry-run", "nothing was changed\n");
        says("lava run customers-switch  ", "  rows     4\n");
        String customers = step("SELECT * FROM customers_a").out();
        assertTrue(customers.contains("2\tGrace\tHopper\t2020-12-09\tsaid \"it is easier"), customers);
        assertTrue(customers.contains("4\tMary\tΩmega\t2022-01-01\ttwo lines,\none field\n"), customers);
        says("lava run by-prefix", "  table    lava.orders\n  rows     5\n  files    2\n");
        says("key=events/1.csv", "  table    lava.events\n  rows     2\n");
        assertEquals("2\n", step("FROM events").out());
        Map<?, ?> rates = Json.object(step("lava run rates-monthly").out());
        assertEquals("rates", rates.get("table"));
        assertEquals(3, rates.get("rows"));
        says("lava run row-count", "mysql has 4 rows in table customers_a\n");
        says("lava run inventory", "name\tmegabytes\n");
        says("lava cli mysql", "\ncustomers_a\n");
        says("lava describe", "parameters.columns ");
    }

    private void theErrorIsWorthSeeing() {
        Step bad = step("key=events/bad.csv");
        assertTrue(
                bad.err()
                        .contains("lava: object 's3://lava-demo/events/bad.csv', row 2: "
                                + "Out of range value for column 'at' at row 2 (error 1264)"),
                bad.err());
        assertTrue(bad.err().endsWith("nothing was loaded, table 'lava.events' is as it was\n"), bad.err());
    }

    private void nothingIsLeftOfTheSandbox() {
        String said = step("lava-sandbox up").err();
        assertTrue(said.endsWith("lava-sandbox: stopped, nothing is left running\n"), said);
        assertFalse(Files.exists(directory.resolve("target/tour/env.sh")), "env.sh is left");
    }

    private void says(String part, String output) {
        Step step = step(part);
        assertTrue(step.out().contains(output), step::toString);
    }

    private Step step(String part) {
        List<Step> found =
                steps.stream().filter(step -> step.command().contains(part)).toList();
        assertEquals(1, found.size(), part);
        return found.get(0);
    }
}
