package io.lava4j.sandbox.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** SSM GetParameter. */
final class Parameters implements Operation {
    private final Map<String, Parameter> parameters = new ConcurrentHashMap<>();

    void put(String name, String type, String value) {
        parameters.merge(
                name,
                new Parameter(type, value, 1, Instant.now()),
                (old, given) -> new Parameter(type, value, old.version() + 1, given.modified()));
    }

    void remove(String name) {
        parameters.remove(name);
    }

    @Override
    public String target() {
        return "AmazonSSM.GetParameter";
    }

    @Override
    public String subject(Request request) {
        return request.json().path("Name").asString("");
    }

    @Override
    public Reply answer(Request request) {
        String name = subject(request);
        boolean decrypt = request.json().path("WithDecryption").asBoolean(false);
        return Optional.ofNullable(parameters.get(name))
                .map(parameter -> Reply.json(Map.of("Parameter", parameter.fields(name, decrypt))))
                .orElseGet(() -> Reply.jsonError("ParameterNotFound", "Parameter " + name + " not found."));
    }

    private record Parameter(String type, String value, int version, Instant modified) {
        Map<String, Object> fields(String name, boolean decrypt) {
            return Map.of(
                    "ARN",
                    "arn:aws:ssm:" + AwsStandIn.REGION + ":" + AwsStandIn.ACCOUNT + ":parameter" + name,
                    "DataType",
                    "text",
                    "LastModifiedDate",
                    modified.getEpochSecond(),
                    "Name",
                    name,
                    "Type",
                    type,
                    "Value",
                    decrypt || type.equals("String") ? value : encrypted(),
                    "Version",
                    version);
        }

        @Override
        public String toString() {
            return "***";
        }

        /** SSM gives KMS's ciphertext to those who do not ask for decryption. */
        private String encrypted() {
            byte[] unreadable = ("ciphertext " + version).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(unreadable);
        }
    }
}
