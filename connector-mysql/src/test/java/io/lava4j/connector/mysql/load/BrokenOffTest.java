package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.LentContext;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.Dialler;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadRequest.Rules;
import io.lava4j.core.spi.LoadRequest.Source;
import io.lava4j.core.spi.LoadRequest.Target;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import io.lava4j.sandbox.Database;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory runs out in COMMIT, which nothing real does when a test wants it: the driver's connection is made to. */
@Timeout(300)
@ExtendWith(SandboxExtension.class)
class BrokenOffTest {

    private static final String BROKEN = "the end of the load broke off (java.lang.OutOfMemoryError: Java heap space)";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommitThatWasSentIsASuccess(boolean mySql, Sandbox sandbox) throws Exception {
        Database database = database(mySql, sandbox);
        List<String> events = new ArrayList<>();

        assertEquals(new Report(0, 0, 1, 0), run(database, true, events));

        assertEquals(
                BROKEN + "; a look over a new session shows that it was carried out", events.get(events.size() - 1));
        assertEquals(List.of(), database.query("SELECT id FROM t"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommitThatWasNotSentIsAFailure(boolean mySql, Sandbox sandbox) throws Exception {
        Database database = database(mySql, sandbox);

        assertEquals(
                BROKEN + ", which was not carried out; nothing was loaded, table '" + database.name()
                        + ".t' is as it was",
                assertThrows(JobFailedException.class, () -> run(database, false, new ArrayList<>()))
                        .getMessage());
        assertEquals(List.of(List.of("0")), database.query("SELECT id FROM t"));
    }

    /** Deletes what is in the table, and loads nothing. */
    private static Report run(Database database, boolean sent, List<String> events) throws Exception {
        LentContext context = new LentContext(database.user(), database.password());
        Dialler dialler = new Dialler(ConnectionSettings.of(spec(database)), context);
        SessionSetup setup = new SessionSetup(dialler, LoadSettings.DEFAULT);
        Connection connection = setup.open(context.privateDirectory()).ask(real -> real);
        LoadSession session = new LoadSession(breaking(connection, sent));
        LoadRequest request = request(database);
        Filling filling = new Filling(session, request, new PathChoice("mysql", Optional.empty(), dialler));
        Courses courses = new Courses(session, request, filling, LoadSettings.DEFAULT, Optional.empty());
        Crew crew = new Crew(session, () -> setup.open(context.privateDirectory()));
        Watchdog watchdog = new Watchdog(crew, dialler, LoadSettings.DEFAULT);
        TargetLock lock = new TargetLock(courses.locked(), LoadSettings.DEFAULT.turn());
        LoadRun run = new LoadRun(crew, courses, courses.choose(), lock);
        Successor successor = new Successor(setup, context.privateDirectory(), filling.setUp(), lock, Duration.ZERO);
        Refusal refusal = new Refusal(dialler.settings().address(), courses.target());
        try (PreparedLoad load =
                new PreparedLoad(courses, watchdog, run, new Aftermath(courses, run, watchdog, successor), refusal)) {
            return load.run(new Listener() {
                @Override
                public void event(String sentence) {
                    events.add(sentence);
                }
            });
        }
    }

    private static Connection breaking(Connection real, boolean sent) {
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("commit")) {
                return method.invoke(real, arguments);
            }
            if (sent) {
                real.commit();
            }
            throw new OutOfMemoryError("Java heap space");
        });
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                BrokenOffTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return calls.answer(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    private interface Calls {
        Object answer(Method method, Object[] arguments) throws Exception;
    }

    private static LoadRequest request(Database database) {
        ObjectStore nobodyAsks = proxy(ObjectStore.class, (method, arguments) -> {
            throw new IllegalStateException(method.getName());
        });
        return new LoadRequest(
                "run-1",
                new Target(database.name(), "t", List.of(), List.of()),
                new Source(List.of(), nobodyAsks),
                new Format(",", "", false, "\\", "\n", 0, "utf8mb4", Compression.NONE, Optional.empty()),
                new Rules(Mode.DELETE, Duplicates.FAIL, OptionalLong.empty(), true),
                LoadRequest.Path.CLIENT,
                OptionalInt.of(1));
    }

    private static Spec spec(Database database) {
        Map<String, Object> fields = Map.of(
                "type", "mysql",
                "host", database.host(),
                "port", database.port(),
                "database", database.name(),
                "user", database.user());
        return new Spec("connection 'test'", fields, Path.of("").toAbsolutePath(), pointer -> "");
    }

    private static Database database(boolean mySql, Sandbox sandbox) {
        Database database = (mySql ? sandbox.mysql() : sandbox.mariadb()).newDatabase();
        database.execute(
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "INSERT INTO t VALUES (0)",
                "CREATE TABLE lava_runs (run_id VARCHAR(64) NOT NULL PRIMARY KEY,"
                        + " written TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY (written))");
        return database;
    }
}
