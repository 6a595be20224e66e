package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.LoadTarget.Report;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a connector must keep to that is a {@link LoadTarget}. The plainest load it must be able to do: append objects of
 * UTF-8 text to a table that is there, fields separated by a comma, rows ended by a line feed, a backslash as escape. All else
 * that a request may ask it does, or refuses with a {@link ConfigurationException} that names it.
 */
public abstract class LoadTargetContract extends ConnectorContract {

    private static final String OLD = "9,old";

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

        Report report = run(load, table);

        assertEquals(List.of("1,one", "2,\u03a9mega", "3,three", OLD), rows(table));
        assertEquals(new Report(3, 0, 0, 0), report);
    }

    @Test
    void anObjectMayEndWithoutATerminator() {
        String table = table();

        assertEquals(2, run(LoadCase.of("1,one", "2,two"), table).rows());

        assertEquals(List.of("1,one", "2,two", OLD), rows(table));
    }

    @Test
    void thePlanTellsWhatWillBeDone() {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n");
        Plan plan = prepared(load, table, Prepared::plan);

        assertEquals(table, plan.table());
        assertTrue(List.of("client", "server").contains(plan.path()), "path '" + plan.path() + "': client or server");
        assertFalse(plan.reason().isBlank(), "the reason for the path is empty");
        assertFalse(plan.statements().isEmpty(), "no statement is told");
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

        LavaException refused = assertThrows(LavaException.class, () -> run(LoadCase.of("1,one\n"), absent));

        assertTrue(refused.getMessage().contains(absent), refused::getMessage);
    }

    @Test
    void whatLeadsNowhereIsAnErrorOfOurs() {
        LoadCase load = LoadCase.of("1,one\n");
        try (Connector connector = connect(unreachable(), context(this::credentials))) {
            assertInstanceOf(
                    LavaException.class, told.add(assertThrows(Exception.class, () -> run(connector, load, "t"))));
        }
        assertClosed(load);
    }

    @Test
    void anErrorOfTheCredentialsComesOutAsItIs() {
        CredentialsException trouble = new CredentialsException("parameter 'contract': there is none");
        LentContext context = context(() -> {
            throw trouble;
        });
        String table = table();
        try (Connector connector = connect(fields(), context)) {
            Throwable thrown = thrown(() -> run(connector, LoadCase.of("1,one\n"), table));
            assertEquals(context.readings.get() > 0 ? trouble : null, thrown);
        }
    }

    @Test
    void loadsRunAtOnceEachWithItsOwnConnection() throws Exception {
        List<String> loaded = AtOnce.run(i -> () -> {
            String table = table();
            run(LoadCase.of(i + ",one\n"), table);
            return String.join(" ", rows(table));
        });

        assertEquals(List.of("0,one 9,old", "1,one 9,old", "2,one 9,old", "3,one 9,old"), loaded);
    }

    @Test
    void noThreadIsLeftBehind() throws InterruptedException {
        String table = table(); // what a driver starts once and for all is started now
        OpenThreads threads = new OpenThreads();

        run(LoadCase.of("1,one\n"), table);
        thrown(() -> run(LoadCase.of("1,again\n"), table));

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

        Throwable refused = thrown(() -> prepared(load, table, Prepared::plan));

        assertTrue(
                refused == null || refused instanceof ConfigurationException || refused instanceof JobFailedException,
                () -> "prepare() ended with " + refused);
        assertEquals(List.of(OLD), rows(table));
    }

    private void modeIsKept(Mode mode) {
        String table = table();
        LoadCase load = LoadCase.of("1,one\n").mode(mode);
        load.columns = mode == Mode.DROP ? LoadCase.COLUMNS : List.of();

        Throwable refused = thrown(() -> run(load, table));

        if (refused instanceof ConfigurationException) {
            assertNamed(
                    refused,
                    refused.getMessage()
                            .toLowerCase(Locale.ROOT)
                            .contains(mode.name().toLowerCase(Locale.ROOT)),
                    mode);
            assertEquals(List.of(OLD), rows(table));
            return;
        }
        boolean fails = mode == Mode.ABORT || mode == Mode.SWITCH; // rows are there; two tables of that name are not
        assertEquals(
                fails ? JobFailedException.class : null,
                refused == null ? null : refused.getClass(),
                () -> "" + refused);
        assertEquals(
                fails ? List.of(OLD) : mode == Mode.APPEND ? List.of("1,one", OLD) : List.of("1,one"), rows(table));
    }

    private void optionIsKept(LoadOption option) {
        String table = table();

        Throwable refused = thrown(() -> run(option.load(), table));

        if (refused == null) {
            assertEquals(option.rows(), rows(table), "the option is neither kept nor refused");
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

        Throwable failed = thrown(() -> run(load, table));

        assertTrue(expected.isInstance(failed), () -> "expected a " + expected.getSimpleName() + ", not " + failed);
        Thread.interrupted();
        assertEquals(List.of(OLD), rows(table));
    }

    /** A table that holds one row, by a load. */
    private String table() {
        String table = name();
        create(table);
        run(LoadCase.of(OLD + "\n"), table);
        return table;
    }

    private static String name() {
        return "contract_" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Report run(LoadCase load, String table) {
        try (Connector connector = connect()) {
            return run(connector, load, table);
        } finally {
            assertClosed(load);
        }
    }

    private Report run(Connector connector, LoadCase load, String table) {
        try (Prepared prepared = as(LoadTarget.class, connector).prepare(load.into(schema(), table))) {
            told.add(prepared.plan());
            return prepared.run(told);
        }
    }

    private <T> T prepared(LoadCase load, String table, Function<Prepared, T> use) {
        LoadRequest request = load.into(schema(), table);
        try (Connector connector = connect();
                Prepared prepared = as(LoadTarget.class, connector).prepare(request)) {
            return use.apply(prepared);
        } finally {
            assertClosed(load);
        }
    }

    private static void assertClosed(LoadCase load) {
        assertEquals(0, load.objects.open.get(), "streams of objects are left open");
        assertFalse(load.objects.closed, "the object store was closed: core does that");
    }

    /** What came out, of any type; null when it went well. */
    private Throwable thrown(Runnable action) {
        try {
            action.run();
            return null;
        } catch (RuntimeException failed) {
            return told.add(failed);
        }
    }
}
