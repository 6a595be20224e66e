package io.lava4j.core.run;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spec.Numbers;
import io.lava4j.core.spi.Secret;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a secret that is a JSON object. Prints nothing of them. */
final class SecretDocument {

    static final SecretDocument NONE = new SecretDocument(Map.of());

    /** What Secrets Manager takes. */
    private static final int LONGEST = 1 << 16;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<?, ?> fields;

    private SecretDocument(Map<?, ?> fields) {
        this.fields = fields;
    }

    static SecretDocument parse(String id, Secret text) {
        if (text.reveal().length() > LONGEST) {
            throw new CredentialsException("secret '" + id + "' has more than " + LONGEST
                    + " characters, the most that a secret may have; store a shorter one");
        }
        try {
            if (MAPPER.readValue(text.reveal(), Object.class) instanceof Map<?, ?> fields) {
                return new SecretDocument(fields);
            }
        } catch (JacksonException notJson) {
            // No cause and no detail: both quote the secret.
            if (notJson.getOriginalMessage().startsWith("Duplicate")) {
                throw new CredentialsException("secret '" + id + "' holds a field twice; keep one of them");
            }
        }
        throw new CredentialsException(
                "secret '" + id
                        + "' is not a JSON object: expected {\"username\": …, \"password\": …, \"host\": …, \"port\": …}; store it so");
    }

    /** A string, number or boolean; an empty string counts as absent. */
    Optional<Object> value(String key) {
        Object value = fields.get(key);
        if (value instanceof Number number) {
            return Numbers.plain(number).map(Object.class::cast);
        }
        boolean given = value instanceof Boolean || value instanceof String text && !text.isEmpty();
        return given ? Optional.of(value) : Optional.empty();
    }

    Optional<String> text(String key) {
        return value(key).map(Object::toString);
    }
}
