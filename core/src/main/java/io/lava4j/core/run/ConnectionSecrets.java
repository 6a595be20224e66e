package io.lava4j.core.run;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.plugin.Sought;
import io.lava4j.core.schema.SpecSchema;
import io.lava4j.core.spec.ParsedSpec;
import io.lava4j.core.spec.Pointers;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.Spec;
import java.time.Instant;
import java.util.HashSet;
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

    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String SECRET_ID = "secret_id";

    private final String subject;
    private final String realm;
    private final ParsedSpec parsed;
    private final SpecSchema schema;
    private final Supplier<SecretCache> secrets;
    private final Sought<Authentication> authentication;

    ConnectionSecrets(
            String subject,
            String realm,
            ParsedSpec parsed,
            SpecSchema schema,
            Supplier<SecretCache> secrets,
            Sought<Authentication> authentication) {
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
        boolean stored = parameter().isPresent();
        SecretDocument document = document();
        if (schema.declares(PASSWORD)
                && !stored
                && password(document).isEmpty()
                && authentication.provider().isEmpty()) {
            throw noPassword();
        }
        Map<String, Object> fields = new LinkedHashMap<>(parsed.fields());
        Set<String> filled = new HashSet<>();
        schema.fromSecret().forEach((field, key) -> {
            if (!field.equals(PASSWORD) && fields.get(field) == null) {
                document.value(key).ifPresent(value -> {
                    fields.put(field, value);
                    filled.add("/" + Pointers.escape(field));
                });
            }
        });
        requireAll(fields);
        requireValid(fields, filled);
        return new Spec(subject, fields, parsed.document().directory(), parsed.positions()::valuePlace);
    }

    /** The spec as it is written, where no secret has anything to add; of use when the password cannot be read. */
    Optional<Spec> withoutSecret() {
        return parsed.text(SECRET_ID).isPresent()
                ? Optional.empty()
                : Optional.of(new Spec(
                        subject, parsed.fields(), parsed.document().directory(), parsed.positions()::valuePlace));
    }

    /** The fields that the secret holds, the password's among them. */
    List<String> given() {
        SecretDocument document = document();
        return schema.fromSecret().entrySet().stream()
                .filter(field -> document.value(field.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What logs in when no password is stored; empty where one is, or none is needed. */
    Optional<Authentication> own() {
        boolean stored = parsed.text(PASSWORD).isPresent() || given().contains(PASSWORD);
        return authentication.provider().filter(own -> !stored);
    }

    /** The credentials as they are now. */
    Credentials credentials(Spec complete) {
        return stored().orElseGet(() ->
                authentication.provider().orElseThrow(this::noPassword).credentials(complete));
    }

    /**
     * Reads again, past the cache. What an {@link Authentication} makes is new each time: a second one is no better, unless
     * the first has ended on its way.
     */
    Optional<Credentials> renewed(Credentials refused, Spec complete) {
        parsed.text(PASSWORD).ifPresent(name -> secrets.get().forgetParameter(name));
        parsed.text(SECRET_ID).ifPresent(id -> secrets.get().forgetDocument(id));
        return stored().filter(now -> !now.user().equals(refused.user())
                        || !now.password().reveal().equals(refused.password().reveal()))
                .or(() -> ended(refused) ? Optional.of(credentials(complete)) : Optional.empty());
    }

    private static boolean ended(Credentials refused) {
        return refused.goodUntil().filter(Instant.now()::isAfter).isPresent();
    }

    private Optional<Credentials> stored() {
        SecretDocument document = document();
        return parameter().or(() -> password(document)).map(password -> {
            String user = parsed.text(USER).or(() -> document.text(key(USER))).orElse("");
            return new Credentials(user, password, Optional.empty(), this::wayWithout);
        });
    }

    /** A password that was left behind hides the type's own authentication. */
    private String wayWithout() {
        String place =
                parsed.text(PASSWORD).isPresent() ? "'password' out" : "'" + key(PASSWORD) + "' out of " + secret();
        return authentication
                .provider()
                .map(own -> "leave " + place + " to log in with " + own.means())
                .orElse("");
    }

    private Optional<Secret> parameter() {
        return parsed.text(PASSWORD).map(name -> new PasswordParameter(subject, realm, name).read(secrets));
    }

    private SecretDocument document() {
        return parsed.text(SECRET_ID)
                .map(id -> SecretDocument.parse(id, secrets.get().document(id)))
                .orElse(SecretDocument.NONE);
    }

    private Optional<Secret> password(SecretDocument document) {
        return document.text(key(PASSWORD)).map(Secret::new);
    }

    private String key(String field) {
        return schema.fromSecret().getOrDefault(field, field);
    }

    private CredentialsException noPassword() {
        return new CredentialsException(subject + ": there is no password: name a parameter in 'password'"
                + parsed.text(SECRET_ID)
                        .map(id -> ", or put '" + key(PASSWORD) + "' into secret '" + id + "'")
                        .orElse(", or a secret that holds one in 'secret_id'")
                + authentication.remark());
    }

    private void requireAll(Map<String, Object> fields) {
        String missing = schema.requiredOrSecret().stream()
                .filter(field -> fields.get(field) == null)
                .map(field -> "'" + field + "' (in the secret: '" + key(field) + "')")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ConfigurationException(subject + ": missing " + missing + ": looked for in "
                    + parsed.document().name() + " and in " + secret()
                    + "; add it to one of them");
        }
    }

    private void requireValid(Map<String, Object> fields, Set<String> filled) {
        List<Violation> violations = schema.validate(fields, parsed.positions(), filled).stream()
                .map(violation -> filled.contains(violation.pointer())
                        ? new Violation(
                                violation.place(), violation.pointer(), violation.message() + ", in " + secret())
                        : violation)
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(subject, violations);
        }
    }

    private String secret() {
        return "secret '" + parsed.text(SECRET_ID).orElse("") + "'";
    }
}
