package io.lava4j.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The environment variables that say where a database of {@code lava-sandbox up} is; the password is none of them. */
record DatabaseVariables(String prefix) {
    static DatabaseVariables of(String server) {
        return new DatabaseVariables("LAVA_SANDBOX_" + server.toUpperCase(Locale.ROOT) + "_");
    }

    Map<String, String> of(Database database, Path caFile) {
        return of(database.host(), database.port(), database.user(), database.name(), caFile);
    }

    Map<String, String> of(String host, int port, String user, String database, Path caFile) {
        var variables = new LinkedHashMap<String, String>();
        variables.put(prefix + "HOST", host);
        variables.put(prefix + "PORT", Integer.toString(port));
        variables.put(prefix + "USER", user);
        variables.put(prefix + "DATABASE", database);
        variables.put(prefix + "CA", caFile.toString());
        return variables;
    }
}
