package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.spi.Listener;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadTarget.Report;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Loads over several connections at once, into tables that nobody sees: each part is committed there by itself. Nobody is
 * left at work when it ends, however it ends.
 */
final class PartedLoad {

    /** A session that waits for others says so now and then: a server may end one that says nothing. */
    private static final int SIGN_OF_LIFE_MILLIS = 500;

    /** Given to helpers to end by themselves. */
    private static final int PARTING_MILLIS = 5_000;

    private final Crew crew;
    private final LoadRequest request;
    private final Spread spread;
    private final Listener listener;
    private final PartTally tally;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();

    /**
     * Makes it.
     *
     * @param listener told by several threads
     */
    PartedLoad(Crew crew, LoadRequest request, Spread spread, Listener listener) {
        this.crew = crew;
        this.request = request;
        this.spread = spread;
        this.listener = listener;
        this.tally = new PartTally(new Strictness(request), listener);
    }

    /**
     * Loads.
     *
     * @param progress told of bytes as they are read
     * @throws SQLException of the first part that the server refused, above all when another was in its way
     */
    Report load(Progress progress) throws SQLException {
        String mode = crew.leader()
                .query("SELECT @@sql_mode", row -> row.getString(1))
                .get(0);
        try (Deal deal = new Deal(request.source().objects(), spread, count -> passed(count, progress))) {
            List<Thread> helpers = IntStream.rangeClosed(2, spread.connections())
                    .mapToObj(number -> helper(number, mode, deal))
                    .toList();
            try {
                helpers.forEach(Thread::start);
                hand(crew.leader(), deal).work();
                await(helpers, deal);
            } finally {
                deal.end();
                dismiss(helpers);
            }
            rethrow(deal);
            deal.told().forEach(listener::event);
            return tally.report();
        }
    }

    /** Who waits for data may wait for its turn at what comes to another. */
    private void passed(long count, Progress progress) {
        crew.all().forEach(session -> session.pulse().dataMoves());
        progress.passed(count);
    }

    private Thread helper(int number, String mode, Deal deal) {
        Thread thread = new Thread(
                () -> help(number, mode, deal), "lava4j-load-" + crew.leader().id() + "-" + number);
        thread.setDaemon(true);
        return thread;
    }

    private void help(int number, String mode, Deal deal) {
        try {
            hired(number, mode).ifPresent(session -> help(session, deal));
        } catch (RuntimeException | Error fault) {
            deal.fail(fault);
        }
    }

    private void help(LoadSession session, Deal deal) {
        atWork.add(Thread.currentThread());
        try {
            hand(session, deal).work();
        } finally {
            atWork.remove(Thread.currentThread());
            crew.dismiss(session);
        }
    }

    private Optional<LoadSession> hired(int number, String mode) {
        try {
            return Optional.of(crew.hire(mode));
        } catch (SQLException | RuntimeException unable) {
            listener.event("connection " + number + " of " + spread.connections()
                    + " cannot be opened, and the load goes on without it: " + unable.getMessage());
            return Optional.empty();
        }
    }

    private Hand hand(LoadSession session, Deal deal) {
        return new Hand(session, deal, spread.path(), tally, request.format());
    }

    /** Who is at work; one that has no session yet when all data is dealt out gets nothing any more. */
    private void await(List<Thread> helpers, Deal deal) throws SQLException {
        try {
            for (Thread helper : helpers) {
                while (atWork.contains(helper) && !deal.isEnded()) {
                    crew.leader().execute("DO 1");
                    helper.join(SIGN_OF_LIFE_MILLIS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the load was interrupted", ended);
        }
    }

    /** By now they find that there is no more to do; one that does not find it soon is ended. */
    private void dismiss(List<Thread> helpers) {
        long deadline = System.nanoTime() + PARTING_MILLIS * 1_000_000L;
        try {
            for (Thread helper : helpers) {
                helper.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        crew.abortHelpers();
        helpers.forEach(Thread::interrupt);
    }

    private static void rethrow(Deal deal) throws SQLException {
        Throwable failure = deal.failure().orElse(null);
        if (failure instanceof SQLException refused) {
            throw refused;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (failure instanceof Error fault) {
            throw fault;
        }
    }
}
