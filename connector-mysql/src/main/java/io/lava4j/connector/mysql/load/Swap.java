package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.Listener;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A new table is filled and takes the target's place in one step; then the old one is dropped. */
final class Swap implements Frame {

    private final SideTables tables;
    private final String create;
    private final Losses losses;
    private final Rename forth;
    private final Rename back;
    private boolean isStuck;
    private Optional<ServerWarning> notDropped = Optional.empty();

    Swap(SideTables tables, String create, Losses losses, LoadSettings settings) {
        this.tables = tables;
        this.create = create;
        this.losses = losses;
        this.forth = new Rename(
                List.of(
                        new Rename.Move(tables.target(), tables.old()),
                        new Rename.Move(tables.fresh(), tables.target())),
                settings);
        this.back = new Rename(
                List.of(
                        new Rename.Move(tables.target(), tables.fresh()),
                        new Rename.Move(tables.old(), tables.target())),
                settings);
    }

    @Override
    public List<String> opening() {
        return List.of(create);
    }

    @Override
    public List<String> closing() {
        return List.of(forth.statement(), TableStatements.drop(tables.old()));
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
        forth.run(session, condition, stop);
    }

    /** A foreign key that the user cannot see shows when the old table is dropped: it gets its name back then. */
    @Override
    public void confirm(LoadSession session) throws SQLException, OutcomeUnknown {
        try {
            session.execute(TableStatements.drop(tables.old()));
        } catch (SQLException failed) {
            if (ServerWarning.of(failed).saysReferredTo()) {
                throw referredTo(failed, back(session));
            }
            notDropped = Optional.of(ServerWarning.of(failed));
        }
    }

    /** Gives what the message has to add: nothing, where all is as it was. */
    private String back(LoadSession session) throws OutcomeUnknown {
        try {
            // Who wants the load to end wants this, too.
            back.run(session, () -> {}, new StopRequest());
            return "; " + SwapCheck.WAY_OUT_UNSEEN;
        } catch (SQLException | LavaException unable) {
            isStuck = true;
            String why = unable instanceof SQLException refused
                    ? ServerWarning.of(refused).toString()
                    : unable.getMessage();
            return ", and its old rows could not be brought back: " + why;
        }
    }

    private JobFailedException referredTo(SQLException failed, String broughtBack) {
        return new JobFailedException(
                "table " + tables.target() + " cannot be swapped: a foreign key that this user cannot see refers to it"
                        + " (error " + failed.getErrorCode() + ")" + broughtBack,
                failed);
    }

    @Override
    public void tidyUp(LoadSession session, Listener listener) throws SQLException {
        notDropped.ifPresent(
                why -> listener.event("table " + tables.old() + " is left over, and the next load drops it: " + why));
        losses.tell(session, listener);
    }

    @Override
    public void undo(LoadSession session) throws SQLException {
        session.execute(TableStatements.dropIfThere(tables.fresh()));
    }

    @Override
    public Optional<Boolean> isInPlace(LoadSession session) throws SQLException {
        boolean old = session.hasTable(tables.old());
        return old == session.hasTable(tables.fresh()) ? Optional.empty() : Optional.of(old);
    }

    @Override
    public String leaves() {
        return "table " + tables.target() + " is as it was";
    }

    @Override
    public String outcome() {
        return isStuck
                ? "table " + tables.target() + " holds the new rows, and " + tables.old()
                        + " the old ones, which the foreign key still refers to. To bring them back, when nobody uses"
                        + " the table: " + back.statement()
                : Frame.super.outcome();
    }

    @Override
    public Optional<String> leftOver() {
        return Optional.of("table " + tables.fresh() + " may be left over, and the next load drops it");
    }

    @Override
    public String clue() {
        return "look for table " + tables.old() + ": where it is, it holds the old rows, and " + tables.target()
                + " the new ones; where it is not, look in " + tables.target() + " for rows of the data";
    }
}
