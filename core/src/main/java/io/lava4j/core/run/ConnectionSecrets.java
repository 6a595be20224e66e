package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.schema.SpecSchema;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import io.lava4j.core.spi.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Completes one connection's spec from its secret, and gives its credentials: the parameter that {@code password} names,
 * else the secret that {@code secret_id} names, else the type's own authentication.
 */
final class ConnectionSecrets {

    private static final String PASSWORD = "password";
    private static final String SECRET_ID = "secret_id";

    private final String subject;
    private final String realm;
    private final ParsedSpec parsed;
    private final SpecSchema schema;
    private final Supplier<SecretCache> secrets;
    private final Optional<Authentication> authentication;

    ConnectionSecrets(
            String subject,
            String realm,
            ParsedSpec parsed,
            SpecSchema schema,
            Supplier<SecretCache> secrets,
            Optional<Authentication> authentication) {
        this.subject = subject;
        this.realm = realm;
        this.parsed = parsed;
        this.schema = schema;
        this.secrets = secrets;
        this.authentication = authentication;
    }

    /**
     * Reads what the spec names and fills what it lacks.
     *
     * @return the spec with every field that the schema requires; the password is not in it
     */
    Spec complete() {
        storedParameter();
        SecretDocument document = document();
        requirePassword(document);
        Map<String, Object> fields = new LinkedHashMap<>(parsed.fields());
        Map<String, String> filled = new LinkedHashMap<>();
        schema.fromSecret().forEach((field, key) -> {
            if (!field.equals(PASSWORD) && fields.get(field) == null) {
                document.value(key).ifPresent(value -> {
                    fields.put(field, value);
                    filled.put("/" + field, key);
                });
            }
        });
        requireAll(fields);
        requireValid(fields, filled.keySet());
        return new Spec(subject, fields, parsed.document().directory(), parsed.positions()::valuePlace);
    }

    /** The credentials as they are now. */
    Credentials credentials(Spec complete) {
        SecretDocument document = document();
        Optional<Secret> password =
                storedParameter().or(() -> document.text(PASSWORD).map(Secret::new));
        if (password.isEmpty()) {
            return authentication.orElseThrow(this::noPassword).credentials(complete);
        }
        String user = parsed.text("user")
                .or(() -> Optional.ofNullable(schema.fromSecret().get("user")).flatMap(document::text))
                .orElse("");
        return new Credentials(user, password.get(), Optional.empty());
    }

    /** Reads again, past the cache. */
    Optional<Credentials> renewed(Spec complete, Credentials refused) {
        parsed.text(PASSWORD).ifPresent(name -> secrets.get().forgetParameter(name));
        parsed.text(SECRET_ID).ifPresent(id -> secrets.get().forgetDocument(id));
        Credentials now = credentials(complete);
        boolean same = now.user().equals(refused.user())
                && now.password().reveal().equals(refused.password().reveal());
        return same || now.goodUntil().isPresent() ? Optional.empty() : Optional.of(now);
    }

    private Optional<Secret> storedParameter() {
        return parsed.text(PASSWORD).map(name -> {
            String prefix = "/lava/" + realm + "/";
            if (!name.startsWith(prefix)) {
                // What is no parameter's name may be a password itself.
                String shown = name.startsWith("/") ? "'" + name + "'" : "(hidden)";
                throw new ConfigurationException(subject + ": password " + shown
                        + " is outside the realm: expected the name of a parameter that begins with '" + prefix + "'");
            }
            SecretStore.Parameter parameter = secrets.get().parameter(name);
            if (!parameter.encrypted()) {
                throw new CredentialsException(
                        subject + ": parameter '" + name
                                + "' is not encrypted: expected a SecureString; store it again as one, and change the password");
            }
            return parameter.value();
        });
    }

    private SecretDocument document() {
        return parsed.text(SECRET_ID)
                .map(id -> SecretDocument.parse(id, secrets.get().document(id)))
                .orElse(SecretDocument.NONE);
    }

    private void requirePassword(SecretDocument document) {
        boolean given =
                parsed.text(PASSWORD).isPresent() || document.text(PASSWORD).isPresent();
        if (schema.declares(PASSWORD) && !given && authentication.isEmpty()) {
            throw noPassword();
        }
    }

    private CredentialsException noPassword() {
        return new CredentialsException(subject + ": there is no password: name a parameter in 'password'"
                + parsed.text(SECRET_ID)
                        .map(id -> ", or put 'password' into secret '" + id + "'")
                        .orElse(", or a secret that holds one in 'secret_id'"));
    }

    private void requireAll(Map<String, Object> fields) {
        List<String> missing = schema.requiredOrSecret().stream()
                .filter(field -> fields.get(field) == null)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String names = missing.stream()
                .map(field -> "'" + field + "' (in the secret: '"
                        + schema.fromSecret().getOrDefault(field, field) + "')")
                .collect(Collectors.joining(", "));
        throw new ConfigurationException(subject + ": missing " + names + ": looked for in "
                + parsed.document().name()
                + parsed.text(SECRET_ID)
                        .map(id -> " and in secret '" + id + "'")
                        .orElse(""));
    }

    private void requireValid(Map<String, Object> fields, Set<String> filled) {
        List<Violation> violations = schema.validate(fields, parsed.positions(), filled).stream()
                .map(violation -> filled.contains(violation.pointer())
                        ? new Violation(violation.place(), violation.pointer(), violation.message() + ", in its secret")
                        : violation)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(subject, violations);
        }
    }
}
