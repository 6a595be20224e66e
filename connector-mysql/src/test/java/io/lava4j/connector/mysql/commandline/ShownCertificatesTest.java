package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.JobFailedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownCertificatesTest {

    /** SHA-256 of "one" and of "two". */
    private static final String ONE = "7692C3AD3540BB803C020B3AEE66CD8887123234EA0C6E7143C0ADD73FF431ED\n";

    private static final String TWO = "3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3\n";

    private final Map<InetAddress, String> shown = new HashMap<>();
    private final List<InetAddress> addresses = new ArrayList<>();
    private final List<InetAddress> asked = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean diskIsFull;

    private final ShownCertificates certificates =
            new ShownCertificates(() -> now, Duration.ofSeconds(20), () -> addresses, this::certificate, this::write);

    @Test
    void everyAddressOfTheNameIsAsked() throws UnknownHostException {
        there(1, "one");
        there(2, "two");

        assertTrue(certificates.look());

        assertEquals(List.of(ONE, ONE + TWO), written);
    }

    @Test
    void anAddressThatIsNewIsAskedAtTheNextLookAndOthersAreNot() throws UnknownHostException {
        there(1, "one");
        certificates.look();
        assertFalse(certificates.look());
        addresses.clear();
        there(2, "two");

        assertTrue(certificates.look());

        assertEquals(List.of(address(1), address(2)), asked);
        assertEquals(List.of(ONE, ONE + TWO), written);
    }

    @Test
    void anAddressThatIsKnownIsAskedAgainAfterFiveMinutes() throws UnknownHostException {
        there(1, "one");
        certificates.look();
        shown.put(address(1), "two");
        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertFalse(certificates.look());

        now = now.plusMillis(1);

        assertTrue(certificates.look());
        assertEquals(List.of(ONE, ONE + TWO), written);
    }

    @Test
    void whatWasSeenIsWrittenOnce() throws UnknownHostException {
        there(1, "one");
        there(2, "one");
        certificates.look();
        now = now.plus(Duration.ofMinutes(5));
        certificates.look();

        assertEquals(4, asked.size());
        assertEquals(List.of(ONE), written);
    }

    @Test
    void oneThatDoesNotAnswerIsNoFailureWhereAnotherDoes() throws UnknownHostException {
        addresses.add(address(9));
        there(1, "one");

        assertTrue(certificates.look());
        assertTrue(certificates.look());

        assertEquals(List.of(address(9), address(1), address(9)), asked);
    }

    @Test
    void whereNoneAnswersTheFirstFailureIsThrownUntilOneDoes() throws UnknownHostException {
        there(1, "one");
        certificates.look();
        shown.clear();
        now = now.plus(Duration.ofMinutes(5));

        assertEquals("no answer of /127.0.0.1", failure());
        assertEquals("no answer of /127.0.0.1", failure());
        there(1, "one");
        assertTrue(certificates.look());
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() throws UnknownHostException {
        there(1, "one");
        diskIsFull = true;
        assertEquals("the disk is full", failure());
        diskIsFull = false;

        assertTrue(certificates.look());

        assertEquals(List.of(ONE), written);
    }

    private String failure() {
        return assertThrows(JobFailedException.class, certificates::look).getMessage();
    }

    private void there(int number, String certificate) throws UnknownHostException {
        shown.put(address(number), certificate);
        if (!addresses.contains(address(number))) {
            addresses.add(address(number));
        }
    }

    private static InetAddress address(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
    }

    private Certificate certificate(InetAddress address) {
        asked.add(address);
        if (!shown.containsKey(address)) {
            throw new JobFailedException("no answer of " + address);
        }
        return new NamedCertificate(shown.get(address));
    }

    private void write(byte[] content) {
        if (diskIsFull) {
            throw new JobFailedException("the disk is full");
        }
        written.add(new String(content, StandardCharsets.US_ASCII));
    }

    /** One that is its name. */
    private static final class NamedCertificate extends Certificate {

        private static final long serialVersionUID = 1;

        private final String name;

        NamedCertificate(String name) {
            super("X.509");
            this.name = name;
        }

        @Override
        public byte[] getEncoded() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void verify(PublicKey key) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void verify(PublicKey key, String provider) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public PublicKey getPublicKey() {
            throw new UnsupportedOperationException(name);
        }
    }
}
