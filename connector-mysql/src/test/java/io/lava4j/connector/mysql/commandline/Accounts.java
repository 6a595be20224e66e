package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.MySql;
import io.lava4j.sandbox.DatabaseServer;

/** Users and databases with any name, on either product. */
record Accounts(DatabaseServer server) {

    /** A user whom clients without plugins can be. */
    void create(String user, String password) {
        String name = MySql.literal(user) + "@'%'";
        server.execute(
                "DROP USER IF EXISTS " + name,
                "CREATE USER " + name + " IDENTIFIED WITH mysql_native_password "
                        + (isMariaDb()
                                ? "USING PASSWORD(" + MySql.literal(password) + ")"
                                : "BY " + MySql.literal(password)),
                "GRANT ALL ON *.* TO " + name);
    }

    void createDatabase(String name) {
        server.execute(
                "DROP DATABASE IF EXISTS " + MySql.identifier(name), "CREATE DATABASE " + MySql.identifier(name));
    }

    private boolean isMariaDb() {
        return server.query("SELECT VERSION()").get(0).get(0).contains("MariaDB");
    }
}
