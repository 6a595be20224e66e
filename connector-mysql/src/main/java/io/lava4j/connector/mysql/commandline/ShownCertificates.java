package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.LavaException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fingerprints of the certificates that a server shows, whichever of the machines behind its name answers, in a file that
 * the client reads at each login. What was seen stays in it: a cluster's machines take turns.
 */
final class ShownCertificates implements Upkeep {

    /** An address that is known is asked again for a new certificate; seldom, as servers count those who do not log in. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Duration look;
    private final Supplier<List<InetAddress>> addresses;
    private final Function<InetAddress, Certificate> handshake;
    private final Consumer<byte[]> target;
    private final Map<InetAddress, Instant> asked = new HashMap<>();
    private final Set<String> fingerprints = new LinkedHashSet<>();

    /**
     * Asks nobody yet.
     *
     * @param clock tells when an address is asked again
     * @param look how often the name is looked up
     * @param addresses looks the server's name up
     * @param handshake gives the certificate that is shown at an address
     * @param target puts the file in place
     */
    ShownCertificates(
            InstantSource clock,
            Duration look,
            Supplier<List<InetAddress>> addresses,
            Function<InetAddress, Certificate> handshake,
            Consumer<byte[]> target) {
        this.clock = clock;
        this.look = look;
        this.addresses = addresses;
        this.handshake = handshake;
        this.target = target;
    }

    @Override
    public Duration pause() {
        return look;
    }

    /** Fails where none of the addresses answered when last asked: one of several may be out of order, or not served. */
    @Override
    public boolean look() {
        List<InetAddress> current = addresses.get();
        List<InetAddress> due = current.stream().filter(this::isDue).toList();
        List<LavaException> failures =
                due.stream().flatMap(address -> ask(address).stream()).toList();
        if (!failures.isEmpty() && current.stream().noneMatch(asked::containsKey)) {
            throw failures.get(0);
        }
        return !due.isEmpty();
    }

    private boolean isDue(InetAddress address) {
        Instant before = asked.get(address);
        return before == null || !clock.instant().isBefore(before.plus(AGAIN));
    }

    private Optional<LavaException> ask(InetAddress address) {
        try {
            add(fingerprint(handshake.apply(address)));
            asked.put(address, clock.instant());
            return Optional.empty();
        } catch (LavaException failed) {
            asked.remove(address);
            return Optional.of(failed);
        }
    }

    private void add(String fingerprint) {
        Set<String> all = new LinkedHashSet<>(fingerprints);
        if (all.add(fingerprint)) {
            target.accept((String.join("\n", all) + "\n").getBytes(StandardCharsets.US_ASCII));
            fingerprints.add(fingerprint);
        }
    }

    private static String fingerprint(Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String failed(String reason) {
        return "the certificate that the command line is to expect could not be looked at, which is tried again every "
                + look.toSeconds() + " s; only those seen before are accepted: " + reason;
    }

    @Override
    public String recovered() {
        return "the certificate that the command line is to expect is known again";
    }
}
