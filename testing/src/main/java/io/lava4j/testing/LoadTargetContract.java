package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Report;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a connector must keep to that is a {@link LoadTarget}. The plainest load it must be able to do: append objects of
 * UTF-8 text to a table that is there, fields separated by a comma, rows ended by a line feed, a backslash as escape, {@code \N}
 * for NULL. All else that a request may ask it does, or {@code prepare} refuses it with a {@link ConfigurationException} that
 * names it.
 */
public abstract class LoadTargetContract extends ConnectorContract {

    private static final String OLD = "9,old";

    private final Loads loads = new Loads(this);

    /** For subclasses. */
    protected LoadTargetContract() {}

    /**
     * Where the tests may make tables.
     *
     * @return the schema, as a job would name it
     */
    protected abstract String schema();

    /**
     * Makes a table of the columns {@code id INTEGER PRIMARY KEY, name VARCHAR(40)}. By default by SQL, which takes a
     * connector that is an {@link io.lava4j.core.spi.SqlSource} too.
     *
     * @param table its name in {@link #schema()}; nothing of that name is there
     */
    protected void create(String table) {
        try (Connector connector = connect()) {
            new SqlTable(connector, schema(), table).create();
        }
    }

    /**
     * Reads a table that {@link #create} made. By default by SQL.
     *
     * @param table its name in {@link #schema()}
     * @return its rows in the order of id, such as {@code 1,one}; {@code null} for NULL
     */
    protected List<String> rows(String table) {
        try (Connector connector = connect()) {
            return new SqlTable(connector, schema(), table).rows();
        }
    }

    @Test
    void allObjectsAreLoaded() {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n2,\u03a9mega\n", "", "3,three\n");

        Report report = loads.run(load, table);

        assertEquals(List.of("1,one", "2,\u03a9mega", "3,three", OLD), rows(table));
        assertEquals(new Report(3, 0, 0, 0), report);
    }

    @Test
    void anObjectMayEndWithoutATerminator() {
        String table = table();

        assertEquals(2, loads.run(LoadCase.of("1,one", "2,two"), table).rows());
        assertEquals(
                3,
                loads.run(LoadCase.of("3,three\n4,four", "", "5,five\n"), table).rows());

        assertEquals(List.of("1,one", "2,two", "3,three", "4,four", "5,five", OLD), rows(table));
    }

    @Test
    void anEscapedNAloneIsNull() {
        String table = table();

        loads.run(LoadCase.of("1,\\N\n2,N\n"), table);

        assertEquals(List.of("1,null", "2,N", OLD), rows(table));
    }

    @Test
    void thePlanTellsWhatWillBeDone() {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n");
        Plan plan = loads.plan(load, table);

        assertEquals(table, plan.table());
        assertTrue(List.of("client", "server").contains(plan.path()), "path '" + plan.path() + "': client or server");
        assertFalse(plan.reason().isBlank(), "the reason for the path is empty");
        assertFalse(plan.statements().isEmpty(), "no statement is told");
    }

    @Test
    void aLoadTellsWhatItDoesOfItsPlan() {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n");
        List<String> planned = loads.plan(load, table).statements();
        RunTold run = new RunTold(told);

        loads.run(load, table, run);

        run.assertStatementsOf(planned);
    }

    @Test
    void progressNeverFallsAndEndsWithAllBytes() {
        String table = table();
        LoadCase load = LoadCase.of("1,a long one\n", "2,two\n", "", "3,three");
        RunTold run = new RunTold(told);

        loads.run(load, table, run);

        run.assertProgressTo(load.bytes());
    }

    @TestFactory
    Stream<DynamicTest> prepareChangesNothing() {
        return Stream.of(Mode.values())
                .map(mode -> DynamicTest.dynamicTest("mode " + mode, () -> prepareChangesNothing(mode)));
    }

    @TestFactory
    Stream<DynamicTest> aModeIsKeptOrRefusedByName() {
        return Stream.of(Mode.values()).map(mode -> DynamicTest.dynamicTest("mode " + mode, () -> modeIsKept(mode)));
    }

    @TestFactory
    Stream<DynamicTest> anOptionIsKeptOrRefusedByName() {
        return Stream.of(LoadOption.values())
                .map(option -> DynamicTest.dynamicTest("option " + option, () -> optionIsKept(option)));
    }

    @Test
    void aRowThatDoesNotFitFailsTheLoadAndNothingIsLoaded() {
        assertNothingLoaded(JobFailedException.class, LoadCase.of("1,one\n", "2,two\nnot a number,three\n"));
    }

    @Test
    void aKeyThatIsThereFailsTheLoadAndNothingIsLoaded() {
        assertNothingLoaded(JobFailedException.class, LoadCase.of("1,one\n9,new\n"));
    }

    @Test
    void anObjectThatBreaksOffFailsTheLoadAndNothingIsLoaded() {
        LoadCase load = LoadCase.of("1,one\n2,two\n3,three\n");
        load.objects.harm = stream -> new BrokenStream(stream, 8, () -> {});

        assertNothingLoaded(JobFailedException.class, load);
    }

    @Test
    void anErrorOfTheStoreComesOutAsAnErrorOfOursAndNothingIsLoaded() {
        LoadCase load = LoadCase.of("1,one\n");
        load.objects.harm = stream -> BrokenStream.changed(stream);

        assertNothingLoaded(JobFailedException.class, load);
    }

    @Test
    void anInterruptEndsTheLoadAndNothingIsLoaded() {
        Thread caller = Thread.currentThread();
        LoadCase load = LoadCase.of("1,one\n2,two\n3,three\n");
        load.objects.harm = stream -> new BrokenStream(stream, 8, () -> BrokenStream.waitUntilInterrupted(caller));

        assertNothingLoaded(CancelledException.class, load);
        Thread.interrupted();
    }

    @Test
    void aTableThatIsNotThereIsAnErrorOfOursThatNamesIt() {
        String absent = name();

        LavaException refused = assertThrows(LavaException.class, () -> loads.run(LoadCase.of("1,one\n"), absent));

        assertTrue(refused.getMessage().contains(absent), refused::getMessage);
    }

    @Test
    void whatLeadsNowhereIsAnErrorOfOurs() {
        LoadCase load = LoadCase.of("1,one\n");
        try (Connector connector = connect(connection().unreachable(), context(this::credentials))) {
            assertInstanceOf(
                    LavaException.class,
                    told.add(assertThrows(Exception.class, () -> loads.run(connector, load, "t"))));
        }
    }

    @Test
    void anErrorOfTheCredentialsComesOutAsItIs() {
        CredentialsException trouble = new CredentialsException("parameter 'contract': there is none");
        LentContext context = context(() -> {
            throw trouble;
        });
        String table = table();
        try (Connector connector = connect(fields(), context)) {
            Throwable thrown = loads.thrown(() -> loads.run(connector, LoadCase.of("1,one\n"), table));
            assertEquals(context.readings.get() > 0 ? trouble : null, thrown);
        }
    }

    @Test
    void loadsRunAtOnceEachWithItsOwnConnection() throws Exception {
        List<String> loaded = AtOnce.run(i -> () -> {
            String table = table();
            loads.run(LoadCase.of(i + ",one\n"), table);
            return String.join(" ", rows(table));
        });

        assertEquals(List.of("0,one 9,old", "1,one 9,old", "2,one 9,old", "3,one 9,old"), loaded);
    }

    @Test
    void noThreadIsLeftBehind() throws InterruptedException {
        String table = table(); // what a driver starts once and for all is started now
        OpenThreads threads = new OpenThreads();

        loads.run(LoadCase.of("1,one\n"), table);
        loads.thrown(() -> loads.run(LoadCase.of("1,again\n"), table));

        assertEquals(List.of(), threads.left(), "threads that live on after close()");
    }

    @AfterEach
    final void clearInterrupt() {
        Thread.interrupted();
    }

    private void prepareChangesNothing(Mode mode) {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n").mode(mode);
        load.columns = mode == Mode.DROP ? LoadCase.COLUMNS : List.of();

        Throwable refused = loads.thrown(() -> loads.plan(load, table));

        assertTrue(
                refused == null || refused instanceof ConfigurationException || refused instanceof JobFailedException,
                () -> "prepare() ended with " + refused);
        assertEquals(List.of(OLD), rows(table));
    }

    private void modeIsKept(Mode mode) {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n").mode(mode);
        load.columns = mode == Mode.DROP ? LoadCase.COLUMNS : List.of();

        Throwable refused = loads.thrown(() -> loads.plan(load, table));
        if (refused instanceof ConfigurationException) {
            assertNamed(refused, isNamed(mode, refused), mode);
            assertEquals(List.of(OLD), rows(table));
            return;
        }
        Throwable failed = loads.thrown(() -> loads.run(load, table));

        boolean fails = mode == Mode.ABORT || mode == Mode.SWITCH; // rows are there; two tables of that name are not
        assertEquals(
                fails ? JobFailedException.class : null, failed == null ? null : failed.getClass(), () -> "" + failed);
        assertEquals(
                fails ? List.of(OLD) : mode == Mode.APPEND ? List.of("1,one", OLD) : List.of("1,one"), rows(table));
    }

    private static boolean isNamed(Mode mode, Throwable refused) {
        return refused.getMessage()
                .toLowerCase(Locale.ROOT)
                .contains(mode.name().toLowerCase(Locale.ROOT));
    }

    private void optionIsKept(LoadOption option) {
        String table = table();

        Throwable refused = loads.thrown(() -> loads.plan(option.load(), table));

        if (refused == null) {
            Throwable failed = loads.thrown(() -> option.assertCounted(loads.run(option.load(), table)));
            assertNull(failed, () -> "prepare() has not refused " + option + ", and the load ends with " + failed);
            assertEquals(option.rows(), option.withoutAdjusted(rows(table)), "the option is neither kept nor refused");
        } else {
            boolean ofOurs = refused instanceof ConfigurationException
                    || option == LoadOption.PARTITIONS && refused instanceof JobFailedException;
            assertNamed(refused, ofOurs && option.isNamedIn(refused.getMessage()), option);
            assertEquals(List.of(OLD), rows(table));
        }
    }

    private static void assertNamed(Throwable refused, boolean named, Object option) {
        assertTrue(named, () -> "expected a ConfigurationException that names " + option + ", not " + refused);
    }

    private void assertNothingLoaded(Class<? extends LavaException> expected, LoadCase load) {
        String table = table();

        Throwable failed = loads.thrown(() -> loads.run(load, table));

        assertTrue(expected.isInstance(failed), () -> "expected a " + expected.getSimpleName() + ", not " + failed);
        Thread.interrupted();
        assertEquals(List.of(OLD), rows(table));
    }

    /** A table that holds one row, by a load. */
    private String table() {
        String table = name();
        create(table);
        loads.run(LoadCase.of(OLD), table);
        return table;
    }

    private static String name() {
        return "contract_" + UUID.randomUUID().toString().substring(0, 8);
    }
}
