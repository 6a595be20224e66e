package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;

/** The target is emptied for good, and then filled. */
final class EmptiedTable implements Frame {

    private final TableName target;
    private String left = "is as it was";

    EmptiedTable(TableName target) {
        this.target = target;
    }

    @Override
    public List<String> opening() {
        return List.of(TableStatements.truncate(target));
    }

    @Override
    public void open(LoadSession session) throws SQLException {
        try {
            session.execute(opening().get(0));
            left = "is empty, as 'atomic' is false";
        } catch (SQLException failed) {
            if (!ServerWarning.of(failed).isOfServer()) {
                left = "is empty or as it was, as 'atomic' is false and the connection was lost in TRUNCATE";
            }
            throw failed;
        }
    }

    @Override
    public String leaves() {
        return "table " + target + " " + left;
    }
}
