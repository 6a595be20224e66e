package io.lava4j.connector.mysql.load;

import io.lava4j.connector.mysql.session.ServerAddress;
import io.lava4j.connector.mysql.sql.TableName;
import io.lava4j.core.error.JobFailedException;
import java.sql.SQLException;

/** Says why the server refuses a statement. */
final class Refusal {

    /** What to do about the name of a constraint that another has. */
    static final String NAME_IN_USE = "leave the constraint's name out, or set 'atomic: false'";

    private final ServerAddress server;
    private final TableName table;

    Refusal(ServerAddress server, TableName table) {
        this.server = server;
        this.table = table;
    }

    JobFailedException translate(SQLException refusal) {
        return new JobFailedException("table " + table + ": " + reason(refusal), refusal);
    }

    private String reason(SQLException refusal) {
        ServerWarning said = ServerWarning.of(refusal);
        if (said.refusesLocalData()) {
            return "server " + server
                    + " does not take local data: its local_infile is OFF; SET GLOBAL local_infile=ON,"
                    + " or local_infile=ON in its option file. This side has it on";
        }
        return switch (said.code()) {
            case 0 -> said.message();
            case 1142, 1143, 1044, 1227 -> "the user lacks a right: " + said + "; grant it";
            case 1290, 1792, 1836 -> "server " + server + " is read-only: " + said + "; name one that takes writes";
            case 3822, 1826 ->
                "a name in 'columns' is in use in the schema, perhaps by the table to replace: " + said + "; "
                        + NAME_IN_USE;
            case 1205 -> "another session holds a lock on it: " + said + "; run the job again when it has ended";
            default -> "server " + server + " refuses the load: " + said;
        };
    }
}
