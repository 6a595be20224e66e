package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A CA and the servers' certificates, made by the JDK's keytool; the CA's own key is thrown away at once. */
final class Certificates implements Cache.Filler {
    private static final String CA = "ca";
    private static final List<ServerCertificate> ISSUED =
            List.of(ServerCertificate.LOCALHOST, ServerCertificate.ELSEWHERE);
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final String password = RandomText.password();

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
        generate(store, CA, "CN=lava4j sandbox CA", List.of("-ext", "bc:critical=ca:true"));
        for (var certificate : ISSUED) {
            generate(
                    store,
                    certificate.fileName(),
                    "CN=lava4j sandbox " + certificate.fileName(),
                    List.of("-signer", CA, "-ext", certificate.extension()));
        }
        export(store, folder);
        Files.delete(store);
    }

    private void generate(Path store, String alias, String name, List<String> more) throws IOException {
        var command = new java.util.ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                // A password on the command line would be in the process list.
                "-storepass:env",
                "LAVA_SANDBOX_STORE",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-alias",
                alias,
                "-dname",
                name));
        command.addAll(more);
        Path log = store.resolveSibling("keytool.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("LAVA_SANDBOX_STORE", password);
        if (Waiting.forEnd(builder.start()) != 0) {
            throw ServerLog.of(log).failure("The JDK's keytool cannot make the certificate '" + alias + "'");
        }
        Files.delete(log);
    }

    private void export(Path store, Path folder) throws IOException {
        char[] opened = password.toCharArray();
        try (var in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, opened);
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
                        keys.getKey(alias, opened).getEncoded());
            }
        } catch (GeneralSecurityException e) {
            throw new SandboxException("The sandbox's certificates cannot be read back", e);
        }
    }

    private static void write(Path file, String kind, byte[] der) throws IOException {
        Folders.writePrivate(
                file, "-----BEGIN " + kind + "-----\n" + PEM.encodeToString(der) + "\n-----END " + kind + "-----\n");
    }
}
