package io.lava4j.sandbox.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The parameters of SSM, and GetParameter. */
final class Parameters implements Operation {
    private final Map<String, Parameter> parameters = new ConcurrentHashMap<>();

    /** A key that is empty is none. */
    void put(String name, String type, String value, String key) {
        parameters.merge(
                name,
                new Parameter(type, value, key, 1, Instant.now()),
                (old, given) -> new Parameter(type, value, key, old.version() + 1, given.modified()));
    }

    /** The key that a parameter is encrypted with; empty, too, when there is no such parameter. */
    Optional<String> key(String name) {
        return Optional.ofNullable(parameters.get(name)).map(Parameter::key).filter(key -> !key.isEmpty());
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

    private record Parameter(String type, String value, String key, int version, Instant modified) {
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
