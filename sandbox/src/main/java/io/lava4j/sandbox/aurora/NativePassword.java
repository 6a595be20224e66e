package io.lava4j.sandbox.aurora;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The server's plugin mysql_native_password, as far as one who knows the password needs it. */
record NativePassword(String password) {
    static final String PLUGIN = "mysql_native_password";

    /** What {@code mysql.user} holds of the password. */
    String hash() {
        String hex = HexFormat.of().formatHex(sha1(sha1(bytes())));
        return "*" + hex.toUpperCase(Locale.ROOT);
    }

    /** The proof of knowing the password, for one scramble. */
    byte[] proof(byte[] scramble) {
        byte[] once = sha1(bytes());
        byte[] mask = sha1(scramble, sha1(once));
        for (int i = 0; i < mask.length; i++) {
            mask[i] ^= once[i];
        }
        return mask;
    }

    private byte[] bytes() {
        return password.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha1(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
