import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Runs a statement in an SQLite file, which is made if need be, and prints its rows: FILE STATEMENT. */
final class Sql {

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            if (statement.execute(arguments[1])) {
                print(statement.getResultSet());
            }
        }
    }

    private static void print(ResultSet rows) throws Exception {
        while (rows.next()) {
            StringBuilder row = new StringBuilder(rows.getString(1));
            for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                row.append('\t').append(rows.getString(i));
            }
            System.out.println(row);
        }
    }
}
