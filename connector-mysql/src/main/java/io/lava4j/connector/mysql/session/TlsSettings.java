package io.lava4j.connector.mysql.session;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a connection demands of TLS.
 *
 * @param mode how much is demanded
 * @param caCertificates PEM file to verify against, which matters to a mode that verifies; empty for the trust store of the Java runtime
 */
public record TlsSettings(Mode mode, Optional<Path> caCertificates) {

    /** In the driver's names, except that it reads REQUIRED with a trust store as REQUIRED. */
    public enum Mode {
        /** TLS when the server offers it; nothing is verified. */
        PREFERRED,
        /** TLS or no connection; nothing is verified. */
        REQUIRED,
        /** The certificate's chain is verified. */
        VERIFY_CA,
        /** The certificate's chain and the host name in it are verified. */
        VERIFY_IDENTITY;

        /** Whether the certificate's chain is verified. */
        public boolean verifies() {
            return this == VERIFY_CA || this == VERIFY_IDENTITY;
        }
    }

    static TlsSettings of(Spec spec) {
        Optional<Path> file = spec.path("ca_cert");
        Mode mode = spec.text("ssl_mode")
                .map(name -> named(spec, name))
                .orElseGet(() -> implied(spec.flag("ssl", false), file.isPresent()));
        return new TlsSettings(mode, file);
    }

    private static Mode named(Spec spec, String name) {
        return switch (name) {
            case "required" -> Mode.REQUIRED;
            case "verify-ca" -> Mode.VERIFY_CA;
            case "verify-identity" -> Mode.VERIFY_IDENTITY;
            default ->
                throw new ConfigurationException(spec.subject() + ": ssl_mode '" + name
                        + "' is none of required, verify-ca, verify-identity; name one of them");
        };
    }

    private static Mode implied(boolean ssl, boolean certificates) {
        if (!ssl) {
            return Mode.PREFERRED;
        }
        return certificates ? Mode.VERIFY_CA : Mode.REQUIRED;
    }
}
