package io.lava4j.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A database's account as Secrets Manager keeps it. */
record DatabaseSecret(Account account, String database) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static DatabaseSecret of(Database database) {
        var account = new Account(database.host(), database.port(), database.user(), database.password());
        return new DatabaseSecret(account, database.name());
    }

    static DatabaseSecret parse(String json) {
        JsonNode fields = JSON.readTree(json);
        var account = new Account(
                fields.path("host").asString(""),
                fields.path("port").asInt(),
                fields.path("username").asString(""),
                fields.path("password").asString(""));
        return new DatabaseSecret(account, fields.path("dbname").asString(""));
    }

    String toJson() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", account.user());
        fields.put("password", account.password());
        fields.put("host", account.host());
        fields.put("port", account.port());
        fields.put("dbname", database);
        return JSON.writeValueAsString(fields);
    }
}
