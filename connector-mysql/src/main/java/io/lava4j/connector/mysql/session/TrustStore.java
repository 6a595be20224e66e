package io.lava4j.connector.mysql.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Certificates in a form that the driver reads: a file of ours alone, with a password made for it. */
final class TrustStore {

    /**
     * Plain with a checksum, which is all that certificates need. PKCS12 would encrypt them: its keys, derived at writing and
     * again at reading, took a fifth of the time of a small load.
     */
    static final String TYPE = "JKS";

    private static final int PASSWORD_BYTES = 24;

    private final Path file;
    private final String password;

    private TrustStore(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    static TrustStore write(KeyStore certificates, Path directory) {
        Path file = directory.resolve("ca.jks");
        TrustStore store = new TrustStore(file, randomPassword());
        try (OutputStream out = PrivateFile.create(file)) {
            certificates.store(out, store.password.toCharArray());
            return store;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("'" + file + "' cannot be written", unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime writes JKS", impossible);
        }
    }

    String url() {
        return file.toUri().toString();
    }

    String password() {
        return password;
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
