package io.lava4j.sandbox.aurora;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;

/** The key with which clients without TLS hide their password in a login. Safe for use by many threads. */
final class LoginKey {
    private static final int BITS = 2048;
    private static final String CIPHER = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Optional<KeyPair> pair = Optional.empty();

    /** The public half in PEM, as the server would send its own. */
    byte[] pem() {
        String base64 = LINES.encodeToString(pair().getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The password and its zero byte, or nothing where the text was hidden with another key. */
    byte[] open(byte[] hidden, byte[] scramble) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
            byte[] mixed = cipher.doFinal(hidden);
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] ^= scramble[i % scramble.length];
            }
            return mixed;
        } catch (GeneralSecurityException e) {
            return new byte[1];
        }
    }

    /** Made when it is first needed: that takes a while. */
    private synchronized KeyPair pair() {
        KeyPair made = pair.orElseGet(LoginKey::make);
        pair = Optional.of(made);
        return made;
    }

    private static KeyPair make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
