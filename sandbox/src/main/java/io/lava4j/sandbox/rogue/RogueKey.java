package io.lava4j.sandbox.rogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.Cipher;

/** A key of a rogue server's own: a client that takes it for the server's lets its password be read. */
final class RogueKey {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final int BITS = 2048;

    private final KeyPair pair;

    RogueKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has RSA", impossible);
        }
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + LINES.encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** What a client has encrypted: its password, mixed with the scramble of the greeting. */
    byte[] open(byte[] sent, String scramble) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
            byte[] opened = cipher.doFinal(sent);
            byte[] mixed = scramble.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < opened.length; i++) {
                opened[i] ^= mixed[i % mixed.length];
            }
            return opened;
        } catch (GeneralSecurityException notEncrypted) {
            return new byte[0];
        }
    }
}
