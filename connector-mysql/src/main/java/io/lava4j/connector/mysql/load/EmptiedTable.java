package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.sql.TableName;
import java.sql.SQLException;
import java.util.List;

/** The target is emptied for good, and then filled. */
final class EmptiedTable implements Frame {

    private final TableName target;
    private boolean emptied;

    EmptiedTable(TableName target) {
        this.target = target;
    }

    @Override
    public List<String> opening() {
        return List.of(TableStatements.truncate(target));
    }

    @Override
    public void open(LoadSession session) throws SQLException {
        session.execute(opening().get(0));
        emptied = true;
    }

    @Override
    public String leaves() {
        return "table " + target + (emptied ? " is empty, as 'atomic' is false" : " is as it was");
    }
}
