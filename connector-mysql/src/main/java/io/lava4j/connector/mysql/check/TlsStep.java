package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.commandline.FirstSight;
import io.lava4j.connector.mysql.commandline.FirstSight.WrongNameException;
import io.lava4j.connector.mysql.commandline.Trust;
import io.lava4j.connector.mysql.session.ConnectionSettings;
import io.lava4j.connector.mysql.session.ServerFaults;
import io.lava4j.connector.mysql.session.ServerText;
import io.lava4j.connector.mysql.session.TlsSettings.Mode;
import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Connector.Finding;
import io.lava4j.core.spi.Connector.Grade;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

/**
 * Whether the server's TLS is what the connection demands.
 *
 * @param settings the connection
 * @param clock tells what has expired
 */
record TlsStep(ConnectionSettings settings, InstantSource clock) {

    private static final Duration SOON = Duration.ofDays(30);

    Finding found(Conversation conversation) throws IOException {
        Optional<Trust> trust = mode().verifies() ? Optional.of(Trust.of(settings)) : Optional.empty();
        if (!conversation.greeting().offersTls()) {
            return none();
        }
        Onlooker onlooker = Onlooker.with(
                trust.map(known -> FirstSight.identity(known.manager())).orElse((chain, type, socket) -> {}));
        SSLSession session = handshake(conversation, onlooker);
        String seen = session.getProtocol() + ", " + session.getCipherSuite() + "; " + shown(onlooker);
        X509Certificate own = onlooker.chain().get(0);
        Instant end = own.getNotAfter().toInstant();
        if (end.isBefore(clock.instant())) {
            // The driver takes none that has, not even where nothing is verified.
            return Finding.failed(seen, "have the server's certificate renewed; " + seeIt());
        }
        Finding verified = verified(seen, onlooker);
        boolean expires = end.isBefore(clock.instant().plus(SOON));
        return expires && verified.grade() == Grade.OK
                ? Finding.warning(verified.seen(), "have the server's certificate renewed")
                : verified;
    }

    private Mode mode() {
        return settings.tls().mode();
    }

    private Finding none() {
        if (mode() != Mode.PREFERRED) {
            throw new ServerFaults(settings).noTls(null);
        }
        return Finding.warning(
                "the server offers none, so all data can be read and changed on its way",
                "enable TLS at the server, and set ssl: true");
    }

    private SSLSession handshake(Conversation conversation, Onlooker onlooker) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {onlooker}, null);
            return conversation.secure(
                    context, settings.address().plainHost(), settings.address().port());
        } catch (SSLException refused) {
            throw new ServerFaults(settings).noCommonTls(refused);
        } catch (IOException broken) {
            throw new IOException(new ServerFaults(settings).silence(broken), broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has TLS", impossible);
        }
    }

    private String shown(Onlooker onlooker) {
        X509Certificate own = onlooker.chain().get(0);
        Instant end = own.getNotAfter().toInstant();
        return "certificate of '" + name(own.getSubjectX500Principal().getName()) + "' signed by '"
                + name(own.getIssuerX500Principal().getName()) + "', "
                + (end.isBefore(clock.instant()) ? "expired on " : "good until ")
                + end.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String name(String principal) {
        return ServerText.of(principal);
    }

    private Finding verified(String seen, Onlooker onlooker) {
        if (mode() == Mode.PREFERRED) {
            return Finding.ok(seen + "; neither demanded nor verified, as ssl is not true");
        }
        if (mode() == Mode.REQUIRED) {
            return Finding.warning(
                    seen + "; not verified: whoever answers in the server's place is handed what logs in",
                    settings.tls().caCertificates().isEmpty()
                            ? "name the CA's file in ca_cert"
                            : "ssl_mode: verify-ca, as 'required' ignores ca_cert");
        }
        if (onlooker.fault().isEmpty()) {
            return Finding.ok(seen + "; " + trusted() + " has signed it, and it is for '"
                    + settings.address().plainHost() + "'");
        }
        boolean named = onlooker.fault().get() instanceof WrongNameException;
        if (named && mode() == Mode.VERIFY_CA) {
            return Finding.ok(seen + "; " + trusted() + " has signed it; it is for another name than '"
                    + settings.address().plainHost() + "', which verify-ca lets pass");
        }
        ServerFaults faults = new ServerFaults(settings);
        ConfigurationException fault = named
                ? faults.otherName(onlooker.fault().get())
                : faults.unknownCa(onlooker.fault().get());
        return Finding.failed(seen + "; " + fault.getMessage().replace(faults.at(""), "the server "), seeIt());
    }

    private String trusted() {
        return settings.tls().caCertificates().isPresent() ? "ca_cert" : "a CA of the Java runtime";
    }

    private String seeIt() {
        return "openssl s_client -starttls mysql -showcerts -connect " + settings.address() + " </dev/null";
    }
}
