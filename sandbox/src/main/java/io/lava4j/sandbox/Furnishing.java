package io.lava4j.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code lava-sandbox up} puts into a fresh sandbox: on every server a database and its user, their password in SSM
 * and in Secrets Manager, on the Aurora stand-in an IAM user too, and a bucket; and where a command line client is.
 */
final class Furnishing {
    static final String DATABASE = "lava";
    static final String REALM = "dev";
    static final String BUCKET = "lava-demo";

    private final Sandbox sandbox;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private Furnishing(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Starts every server; gives the environment variables with which a client finds all of it. */
    static Map<String, String> of(Sandbox sandbox) {
        sandbox.startAll();
        var furnishing = new Furnishing(sandbox);
        furnishing.variables.putAll(sandbox.environment());
        furnishing.variables.put("LAVA_REALM", REALM);
        furnishing.database("mysql", sandbox.mysql());
        furnishing.database("mariadb", sandbox.mariadb());
        furnishing.aurora();
        furnishing.client();
        furnishing.bucket();
        return Collections.unmodifiableMap(furnishing.variables);
    }

    private void database(String name, DatabaseServer server) {
        Database database = server.newDatabase(DATABASE);
        keepPassword(name, database);
        variables.putAll(DatabaseVariables.of(name).of(database, server.caFile()));
    }

    private void aurora() {
        AuroraServer server = sandbox.aurora();
        Database database = server.newDatabase(DATABASE);
        keepPassword("aurora", database);
        server.createIamUser(AuroraConnection.USER, database);
        loadsFromS3(server, database.user());
        loadsFromS3(server, AuroraConnection.USER);
        server.execute("GRANT SELECT, UPDATE ON aurora_stand_in.settings TO " + database.user());
        AuroraConnection connection = AuroraConnection.of(server, DATABASE);
        sandbox.aws().putSecret(REALM + "/aurora-iam", connection.secret());
        variables.putAll(connection.variables());
    }

    private static void loadsFromS3(AuroraServer server, String user) {
        server.execute(
                "GRANT AWS_LOAD_S3_ACCESS TO " + user,
                "SET DEFAULT ROLE AWS_LOAD_S3_ACCESS TO " + user,
                "GRANT SELECT ON mysql.aurora_s3_load_history TO " + user);
    }

    private void keepPassword(String name, Database database) {
        sandbox.aws().putSecureString("/lava/" + REALM + "/" + name + "/password", database.password());
        sandbox.aws().putSecret(REALM + "/" + name, DatabaseSecret.of(database).toJson());
    }

    private void bucket() {
        sandbox.s3().createBucket(BUCKET);
        variables.put("LAVA_SANDBOX_BUCKET", BUCKET);
    }

    /** MariaDB comes with a client, which talks to all the servers. */
    private void client() {
        sandbox.mariadb()
                .process()
                .info()
                .command()
                .map(server -> Path.of(server).getParent().resolveSibling("bin"))
                .filter(programs -> Files.isExecutable(programs.resolve("mariadb")))
                .ifPresent(programs -> variables.put("LAVA_SANDBOX_CLIENT", programs.toString()));
    }
}
