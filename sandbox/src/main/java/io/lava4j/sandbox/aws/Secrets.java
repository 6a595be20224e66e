package io.lava4j.sandbox.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets Manager GetSecretValue, by name or by ARN. */
final class Secrets implements Operation {
    private static final String ARN_START =
            "arn:aws:secretsmanager:" + AwsStandIn.REGION + ":" + AwsStandIn.ACCOUNT + ":secret:";
    private static final String ARN_END = "-AbCdEf";

    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

    void put(String name, String value) {
        secrets.put(name, new Secret(value, UUID.randomUUID(), Instant.now()));
    }

    void remove(String name) {
        secrets.remove(name);
    }

    @Override
    public String target() {
        return "secretsmanager.GetSecretValue";
    }

    @Override
    public String subject(Request request) {
        return request.json().path("SecretId").asString("");
    }

    @Override
    public Reply answer(Request request) {
        String name = name(subject(request));
        return Optional.ofNullable(secrets.get(name))
                .map(secret -> Reply.json(secret.fields(name)))
                .orElseGet(() -> Reply.jsonError(
                        "ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
    }

    private static String name(String id) {
        return id.startsWith(ARN_START) && id.endsWith(ARN_END)
                ? id.substring(ARN_START.length(), id.length() - ARN_END.length())
                : id;
    }

    private record Secret(String value, UUID version, Instant created) {
        Map<String, Object> fields(String name) {
            return Map.of(
                    "ARN",
                    ARN_START + name + ARN_END,
                    "CreatedDate",
                    created.getEpochSecond(),
                    "Name",
                    name,
                    "SecretString",
                    value,
                    "VersionId",
                    version.toString(),
                    "VersionStages",
                    List.of("AWSCURRENT"));
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
