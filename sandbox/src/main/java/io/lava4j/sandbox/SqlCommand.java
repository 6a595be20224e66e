package io.lava4j.sandbox;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one statement in the database of a sandbox that is up. */
@Command(
        name = "sql",
        description = "Runs a statement in the database lava of a sandbox that is up; prints rows, tab-separated.",
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    enum Server {
        mysql,
        mariadb,
        aurora
    }

    @Parameters(index = "0", paramLabel = "SERVER", description = "${COMPLETION-CANDIDATES}")
    private Server server = Server.mysql;

    @Parameters(index = "1", paramLabel = "STATEMENT", description = "SQL")
    private String statement = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DatabaseSecret secret = new UpSandbox(System.getenv()).database(server.name());
        List<List<String>> rows = Sql.query(secret.account().in(secret.database()), statement);
        rows.forEach(row -> spec.commandLine().getOut().println(String.join("\t", row)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
