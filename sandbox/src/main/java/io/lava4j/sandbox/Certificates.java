package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A CA and the servers' certificates, as PEM files; the CA's own key is thrown away at once. */
final class Certificates implements Cache.Filler {
    private static final String CA = "ca";
    private static final List<ServerCertificate> ISSUED =
            List.of(ServerCertificate.LOCALHOST, ServerCertificate.ELSEWHERE);
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    /** Their folder, made when it is not there. */
    static Path in(Home home) {
        return home.cache().entry("certificates", new Certificates());
    }

    static Path caIn(Path folder) {
        return folder.resolve(CA + ".pem");
    }

    static Path certificateIn(Path folder, ServerCertificate certificate) {
        return folder.resolve(certificate.fileName() + ".pem");
    }

    static Path keyIn(Path folder, ServerCertificate certificate) {
        return folder.resolve(certificate.fileName() + ".key");
    }

    @Override
    public void fill(Path folder) throws IOException {
        Path store = folder.resolve("keys.p12");
        String password = RandomText.password();
        var keytool = new Keytool(store, password);
        keytool.generate(CA, "-ext", "bc:critical=ca:true");
        for (var certificate : ISSUED) {
            keytool.generate(certificate.fileName(), "-signer", CA, "-ext", certificate.extension());
        }
        try {
            export(keytool.open(), password.toCharArray(), folder);
        } catch (GeneralSecurityException e) {
            throw new SandboxException("The sandbox's certificates cannot be read back: " + e, e);
        }
        Files.delete(store);
    }

    private static void export(KeyStore keys, char[] password, Path folder)
            throws IOException, GeneralSecurityException {
        write(caIn(folder), "CERTIFICATE", keys.getCertificate(CA).getEncoded());
        for (var certificate : ISSUED) {
            String alias = certificate.fileName();
            write(
                    certificateIn(folder, certificate),
                    "CERTIFICATE",
                    keys.getCertificate(alias).getEncoded());
            write(
                    keyIn(folder, certificate),
                    "PRIVATE KEY",
                    keys.getKey(alias, password).getEncoded());
        }
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        Folders.writePrivate(
                file, "-----BEGIN " + kind + "-----\n" + PEM.encodeToString(der) + "\n-----END " + kind + "-----\n");
    }
}
