package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.CheckRequest;
import io.lava4j.core.CheckResult;
import io.lava4j.core.CheckedStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is seen of a check; what it finds is seen where there are servers: in the distribution's tests. */
class CheckCommandTest {

    private static final CheckedStep PORT =
            new CheckedStep("port answers", "ok", "10.0.0.7, port 3306: version 8.0.31", "", Duration.ofMillis(140));
    private static final CheckedStep LOGIN = new CheckedStep(
            "login",
            "failed",
            "server dwh:3306 has no database 'sales'; create it, or correct 'database'",
            "CREATE DATABASE `sales`",
            Duration.ofMillis(2_300));
    private static final CheckedStep RIGHTS =
            new CheckedStep("rights on the target", "skipped", "needs 'login'", "", Duration.ZERO);
    private static final CheckedStep RUNS = new CheckedStep(
            "table of runs", "warning", "there is none", "CREATE TABLE lava_runs (…)", Duration.ofMillis(10));

    @Test
    void eachStepIsALineAndWhatToDoStandsBelow() {
        CommandRun run = checked(1, PORT, LOGIN, RIGHTS);

        assertEquals(1, run.lava("check", "dwh"));

        assertEquals(
                """
                  ok       port answers           0.1 s  10.0.0.7, port 3306: version 8.0.31
                  failed   login                  2.3 s  server dwh:3306 has no database 'sales'; create it, or correct 'database'
                                                         do: CREATE DATABASE `sales`
                  skipped  rights on the target          needs 'login'

                connection 'dwh': 1 step failed, 1 skipped in 2.4 s
                """,
                run.out());
        assertEquals("", run.err());
        assertTrue(run.closed);
    }

    @Test
    void onANarrowTerminalWhatWasSeenHasLinesOfItsOwn() {
        CommandRun run = checked(1, PORT, LOGIN).on(terminal(50, false));

        run.lava("check", "dwh");

        assertEquals(
                """
                  ok       port answers           0.1 s
                    10.0.0.7, port 3306: version 8.0.31
                  failed   login                  2.3 s
                    server dwh:3306 has no database 'sales';
                      create it, or correct 'database'
                    do: CREATE DATABASE `sales`

                connection 'dwh': 1 step failed in 2.4 s
                """,
                run.out());
    }

    @Test
    void onAWideTerminalWhatWasSeenIsAColumn() {
        CommandRun run = checked(1, LOGIN).on(terminal(90, false));

        run.lava("check", "dwh");

        assertEquals(
                """
                  failed   login                  2.3 s  server dwh:3306 has no database 'sales'; create
                                                         it, or correct 'database'
                                                         do: CREATE DATABASE `sales`

                connection 'dwh': 1 step failed in 2.3 s
                """,
                run.out());
    }

    @Test
    void statusesHaveColoursOnATerminalThatShowsThem() {
        CommandRun run = checked(1, PORT, LOGIN, RUNS, RIGHTS).on(terminal(100, true));

        run.lava("check", "dwh");

        assertTrue(run.out().contains("  \033[32mok\033[0m       port answers "), run.out());
        assertTrue(run.out().contains("  \033[1;31mfailed\033[0m   login "), run.out());
        assertTrue(run.out().contains("  \033[33mwarning\033[0m  table of runs "), run.out());
        assertTrue(run.out().contains("  skipped  rights on the target "), run.out());
        assertTrue(
                run.out().contains("connection 'dwh': \033[1;31m1 step failed\033[0m, 1 warning, 1 skipped"),
                run.out());
    }

    @Test
    void warningsAreNoFailureAndStatementsComeLast() {
        CommandRun run = checked(0, PORT, RUNS);

        assertEquals(0, run.lava("check", "dwh"));

        assertTrue(
                run.out()
                        .endsWith(
                                """

                        the user:
                          CREATE USER 'etl'
                            IDENTIFIED BY …

                        connection 'dwh': ok, 1 warning in 0.2 s
                        """),
                run.out());
    }

    @Test
    void asJsonThereIsNothingElse() {
        CommandRun run = checked(1, PORT, LOGIN);

        assertEquals(1, run.lava("check", "dwh", "--json"));

        assertEquals(
                """
                {
                  "exit_status" : 1,
                  "status" : "failed",
                  "conn_id" : "dwh",
                  "type" : "mysql",
                  "realm" : "prod",
                  "steps" : [ {
                    "step" : "port answers",
                    "status" : "ok",
                    "seen" : "10.0.0.7, port 3306: version 8.0.31",
                    "remedy" : "",
                    "elapsed" : 0.140
                  }, {
                    "step" : "login",
                    "status" : "failed",
                    "seen" : "server dwh:3306 has no database 'sales'; create it, or correct 'database'",
                    "remedy" : "CREATE DATABASE `sales`",
                    "elapsed" : 2.300
                  } ],
                  "statements" : [ ],
                  "elapsed" : 2.440
                }
                """,
                run.out());
        assertEquals("", run.err());
    }

    @Test
    void whatItIsAskedIsHandedOnAndEventsGoToStderr() {
        CommandRun run = checked(0, PORT);

        run.lava("check", "--specs", "elsewhere", "--table", "sales.t", "--load-from", "s3://b/p/", "dwh");

        assertEquals(Optional.of(new CheckRequest("dwh", Optional.of("sales.t"), Optional.of("s3://b/p/"))), run.asked);
        assertEquals("elsewhere", run.specs);
    }

    @Test
    void aPlaceOfObjectsThatIsNoneIsTheCommandsFault() {
        CommandRun run = checked(0, PORT);

        assertEquals(2, run.lava("check", "dwh", "--load-from", "b/p"));

        assertEquals(
                "lava: 'b/p' is no place of objects: expected s3://BUCKET/PREFIX, of which the prefix may be left out\n",
                run.err());
        assertFalse(run.asked.isPresent());
    }

    private static CommandRun checked(int exitStatus, CheckedStep... steps) {
        Map<String, String> statements =
                exitStatus == 0 ? Map.of("the user", "CREATE USER 'etl'\n  IDENTIFIED BY …") : Map.of();
        return new CommandRun().checks((hearer, listener) -> {
            List.of(steps).forEach(hearer);
            return new CheckResult(exitStatus, "dwh", "mysql", "prod", List.of(steps), statements);
        });
    }

    private static Terminal terminal(int columns, boolean colors) {
        return new Terminal(true, true, OptionalInt.of(columns), colors, true);
    }
}
