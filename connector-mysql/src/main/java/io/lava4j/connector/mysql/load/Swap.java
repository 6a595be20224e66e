package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New tables take the places of others in one step, the first being the one that is filled; then the old ones are dropped, the
 * first first: it may be empty, and can be made again then.
 */
final class Swap implements Frame {

    private final List<SideTables> tables;
    private final SideTables first;
    private final List<String> creates;
    private final List<Losses> losses;
    private final OldRows oldRows;
    private final Rename forth;
    private final Rename back;
    private boolean isStuck;
    private boolean isReferredTo;
    private long deleted;
    private Optional<ServerWarning> notDropped = Optional.empty();

    /**
     * Makes it for one table.
     *
     * @param create the statement that makes the new one
     */
    Swap(SideTables tables, String create, Losses losses, LoadSettings settings) {
        this(List.of(tables), List.of(create), List.of(losses), OldRows.go(), settings);
    }

    /** Makes it. */
    Swap(List<SideTables> tables, List<String> creates, List<Losses> losses, OldRows oldRows, LoadSettings settings) {
        this.tables = List.copyOf(tables);
        this.first = tables.get(0);
        this.creates = List.copyOf(creates);
        this.losses = List.copyOf(losses);
        this.oldRows = oldRows;
        this.forth = new Rename(
                tables.stream()
                        .flatMap(side -> Stream.of(
                                new Rename.Move(side.target(), side.old()),
                                new Rename.Move(side.fresh(), side.target())))
                        .toList(),
                settings);
        this.back = new Rename(
                tables.stream()
                        .flatMap(side -> Stream.of(
                                new Rename.Move(side.target(), side.fresh()),
                                new Rename.Move(side.old(), side.target())))
                        .toList(),
                settings);
    }

    @Override
    public List<String> opening() {
        return creates;
    }

    @Override
    public List<String> closing() {
        return Stream.concat(
                        Stream.of(forth.statement()), tables.stream().map(side -> TableStatements.drop(side.old())))
                .toList();
    }

    @Override
    public boolean isStaged() {
        return true;
    }

    @Override
    public boolean creates() {
        return true;
    }

    @Override
    public void putInPlace(LoadSession session, Rename.Condition condition, StopRequest stop)
            throws SQLException, OutcomeUnknown {
        forth.run(
                session,
                () -> {
                    condition.check();
                    oldRows.checkBefore(session);
                },
                stop);
    }

    /** A foreign key that the user cannot see shows when the old table is dropped: it gets its name back then. */
    @Override
    public void confirm(LoadSession session) throws SQLException, OutcomeUnknown {
        checkOldRows(session);
        try {
            deleted = oldRows.count(session);
            for (SideTables side : tables) {
                drop(side, session);
            }
        } catch (SQLException failed) {
            notDropped = Optional.of(ServerWarning.of(failed));
        }
    }

    private void checkOldRows(LoadSession session) throws SQLException, OutcomeUnknown {
        try {
            oldRows.checkAfter(session);
        } catch (SQLException unable) {
            OutcomeUnknown.check("the last look at the old table", unable);
            throw new JobFailedException(
                    "table " + first.target() + ": its old rows cannot be looked at: " + ServerWarning.of(unable)
                            + back(session, ""),
                    unable);
        } catch (JobFailedException rowsThere) {
            throw new JobFailedException(rowsThere.getMessage() + back(session, ""), rowsThere);
        }
    }

    private void drop(SideTables side, LoadSession session) throws SQLException, OutcomeUnknown {
        try {
            session.execute(TableStatements.drop(side.old()));
        } catch (SQLException failed) {
            isReferredTo = ServerWarning.of(failed).saysReferredTo();
            if (isReferredTo) {
                throw referredTo(side, failed, back(session, "; " + SwapCheck.WAY_OUT_UNSEEN));
            }
            throw failed;
        }
    }

    /** Gives what the message has to add: what is passed, where all is as it was. */
    private String back(LoadSession session, String otherwise) throws OutcomeUnknown {
        try {
            if (!session.hasTable(first.old())) {
                session.execute(TableStatements.createLike(first.old(), first.target()));
            }
            // Who wants the load to end wants this, too.
            back.run(session, () -> {}, new StopRequest());
            return otherwise;
        } catch (SQLException | LavaException unable) {
            isStuck = true;
            String why = unable instanceof SQLException refused
                    ? ServerWarning.of(refused).toString()
                    : unable.getMessage();
            return ", and its old rows could not be brought back: " + why;
        }
    }

    private static JobFailedException referredTo(SideTables side, SQLException failed, String broughtBack) {
        return new JobFailedException(
                "table " + side.target() + " cannot be swapped: a foreign key that this user cannot see refers to it"
                        + " (error " + failed.getErrorCode() + ")" + broughtBack,
                failed);
    }

    @Override
    public long deleted() {
        return deleted;
    }

    @Override
    public void tidyUp(LoadSession session, Listener listener) throws SQLException {
        if (tables.size() > 1) {
            listener.event("table " + first.target() + " is the one that was filled; "
                    + tables.get(1).target() + " is empty now");
        }
        notDropped.ifPresent(why -> listener.event(
                "table " + names(SideTables::old) + " is left over, and the next load drops it: " + why));
        for (Losses each : losses) {
            each.tell(session, listener);
        }
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        for (SideTables side : tables) {
            session.execute(TableStatements.dropIfThere(side.fresh()));
        }
    }

    @Override
    public Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        boolean old = session.hasTable(first.old());
        return old == session.hasTable(first.fresh()) ? Optional.empty() : Optional.of(old);
    }

    @Override
    public String leaves() {
        return tables.size() == 1
                ? "table " + first.target() + " is as it was"
                : "tables " + names(SideTables::target) + " are as they were";
    }

    @Override
    public String outcome() {
        return isStuck
                ? "table " + names(SideTables::target) + " holds the new rows, and " + names(SideTables::old)
                        + " the old ones" + (isReferredTo ? ", which the foreign key still refers to" : "")
                        + ". To bring them back, when nobody uses"
                        + " the table: " + back.statement()
                : Frame.super.outcome();
    }

    @Override
    public Optional<String> leftOver() {
        return Optional.of("table " + names(SideTables::fresh) + " may be left over, and the next load drops it");
    }

    @Override
    public String clue() {
        return "look for table " + first.old() + ": where it is, it holds the old rows, and " + first.target()
                + " the new ones; where it is not, look in " + first.target() + " for rows of the data";
    }

    private String names(Function<SideTables, TableName> name) {
        return tables.stream().map(name).map(TableName::toString).collect(Collectors.joining(" and "));
    }
}
