package io.lava4j.distribution.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at what passes between a load and its servers, and strikes at one moment. One that has no moment only remembers
 * the statements.
 */
final class Trap {

    /** Does the fault, where it is to happen. */
    interface Strike {

        void at(Wire.Link link);
    }

    private final Script script;
    private final Script.Place place;
    private final Point point;
    private final boolean serverReads;
    private final int size;
    private final Strike strike;
    private final List<String> statements = new ArrayList<>();
    private final AtomicBoolean sprung = new AtomicBoolean();
    private final CountDownLatch locked = new CountDownLatch(1);
    private volatile Wire.Link load;
    private volatile boolean loading;
    private long passed;

    private Trap(Script script, Script.Place place, Point point, boolean serverReads, Strike strike) {
        this.script = script;
        this.place = place;
        this.point = point;
        this.serverReads = serverReads;
        this.strike = strike;
        this.size = Content.object().length();
    }

    /** Strikes nowhere. */
    static Trap none() {
        return new Trap(new Script(List.of()), new Script.Place(-2, false), Point.LOGIN, false, link -> {});
    }

    static Trap at(Point point, Way way, Script script, Ground ground, Strike strike) {
        return new Trap(script, script.place(point, way), point, ground == Ground.AURORA, strike);
    }

    boolean hasSprung() {
        return sprung.get();
    }

    synchronized Script recorded() {
        return new Script(List.copyOf(statements));
    }

    /** Where the statements differ from those that the moment was looked up in, to explain why it never came. */
    synchronized String difference() {
        for (int i = 0; i < statements.size() && i < script.statements().size(); i++) {
            String was = start(script.statements().get(i));
            if (!start(statements.get(i)).equals(was)) {
                return "statement " + i + " is '" + statements.get(i) + "', and was '" + was + "'";
            }
        }
        return statements.size() + " statements, passed " + passed;
    }

    private static String start(String statement) {
        return statement.substring(0, Math.min(20, statement.length()));
    }

    /** Whether the target is locked: the checks are over, and the load is under way. */
    boolean isUnderWay() {
        return locked.getCount() == 0;
    }

    /** The first connection is the one that loads. */
    synchronized boolean takes(Wire.Link link) {
        if (load == null) {
            load = link;
        }
        return load == link;
    }

    /** Whether the login must not arrive. */
    boolean stopsLogin() {
        return place.statement() == -1 && spring();
    }

    /** Whether a statement must not arrive. */
    boolean stops(String statement) {
        int number = remember(statement);
        loading = !script.statements().isEmpty() && number == script.load();
        return number == place.statement() && !place.answered() && spring();
    }

    /** Whether the answer to the last statement must not arrive, asked when it is there. */
    boolean stopsAnswer(boolean asksForData) {
        boolean here =
                last() == place.statement() && place.answered() && point.share().isEmpty();
        boolean atRequest = point == Point.BEFORE_FIRST_BYTE;
        boolean now = atRequest ? asksForData && !serverReads : !asksForData && point != Point.DATA_END;
        return here && now && spring();
    }

    /** How many bytes of these pass, data of the load's own statement: fewer than all where it is to stop. */
    int passes(int count) {
        if (serverReads || !loading) {
            return count;
        }
        return counted(count);
    }

    /** The same of an object that the server itself reads. */
    int passesToServer(int count) {
        return serverReads && loading ? counted(count) : count;
    }

    /** Whether the load stops when the server asks for the object. */
    boolean stopsFirstRead() {
        return serverReads && loading && point == Point.BEFORE_FIRST_BYTE && spring();
    }

    /** Whether what ends the data must not arrive. */
    boolean stopsEnd() {
        return loading && point == Point.DATA_END && passed >= size && spring();
    }

    /** Strikes the connection that loads. */
    void strike() {
        strike.at(load);
    }

    private int counted(int count) {
        long before = passed;
        passed += count;
        if (point.share().isEmpty() || place.statement() != last()) {
            return count;
        }
        long limit =
                Math.max(1, Math.min(size - 1, Math.round(size * point.share().get())));
        return before < limit && passed >= limit && spring() ? (int) (limit - before) : count;
    }

    private synchronized int remember(String statement) {
        statements.add(statement);
        if (statement.contains("GET_LOCK")) {
            locked.countDown();
        }
        return statements.size() - 1;
    }

    private synchronized int last() {
        return statements.size() - 1;
    }

    private boolean spring() {
        return sprung.compareAndSet(false, true);
    }
}
