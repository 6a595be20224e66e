package io.lava4j.connector.mysql.load;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.LoadRequest.Format;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One connection at work on a load in parts, each of which it commits.
 *
 * @param session the connection's session
 * @param deal gives the parts
 * @param path how they get into the table
 * @param tally what they come to
 * @param format how the data is written, for messages
 */
record Hand(LoadSession session, Deal deal, PartPath path, PartTally tally, Format format) {

    private static final int DUPLICATE_KEY = 1062;

    /** Works until there are no more parts. A failure ends the deal. */
    void work() {
        try {
            for (Optional<Part> part = next(); part.isPresent(); part = next()) {
                try (Part own = part.get()) {
                    load(own);
                }
            }
        } catch (SQLException | RuntimeException | Error failed) {
            deal.fail(failed);
        }
        if (deal.isEnded()) {
            session.rollback();
        }
    }

    private Optional<Part> next() {
        session.pulse().waitsForData();
        Optional<Part> part = deal.next();
        session.pulse().waitsForServer();
        return part;
    }

    /** Of a deal that has ended the last part may have broken off anywhere. */
    private void load(Part part) throws SQLException {
        Loaded loaded = loaded(part);
        if (!deal.isEnded()) {
            refuseDrawnNumbers(loaded);
            tally.add(part, loaded);
            session.commit();
        }
    }

    /** A row whose AUTO_INCREMENT column is NULL has drawn one: which, depends on the rows that came before it. */
    private void refuseDrawnNumbers(Loaded loaded) throws SQLException {
        boolean duplicate = loaded.listed().stream().anyMatch(warning -> warning.code() == DUPLICATE_KEY);
        if (duplicate && session.keepsZeroes()) {
            throw new OneByOne("a key is there twice, or a row has drawn a number that is in another");
        }
        long drawn =
                session.query("SELECT LAST_INSERT_ID()", row -> row.getLong(1)).get(0);
        if (drawn != 0) {
            throw new OneByOne("the AUTO_INCREMENT column is NULL in a row, and rows get their numbers in their order");
        }
    }

    private Loaded loaded(Part part) throws SQLException {
        try {
            return path.load(session, part);
        } catch (SQLException refused) {
            ServerWarning said = ServerWarning.of(refused);
            if (said.saysOtherInTheWay()) {
                throw refused;
            }
            String fault = said.withRow(part.rows().places()::inObject).describe(format);
            throw new JobFailedException(part.origin().objectName() + ", " + fault, refused);
        }
    }
}
