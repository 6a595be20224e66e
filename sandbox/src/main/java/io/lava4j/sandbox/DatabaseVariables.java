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
        var variables = new LinkedHashMap<String, String>();
        variables.put(prefix + "HOST", database.host());
        variables.put(prefix + "PORT", Integer.toString(database.port()));
        variables.put(prefix + "USER", database.user());
        variables.put(prefix + "DATABASE", database.name());
        variables.put(prefix + "CA", caFile.toString());
        return variables;
    }
}
