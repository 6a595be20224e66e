package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's keytool on one key store. */
final class Keytool {
    // A password on the command line would be in the process list.
    private static final String PASSWORD_VARIABLE = "LAVA_SANDBOX_KEYS";

    private final Path store;
    private final String password;

    Keytool(Path store, String password) {
        this.store = store;
        this.password = password;
    }

    /** Makes a key and a certificate for it that is good for ten years. */
    void generate(String alias, String... extensions) throws IOException {
        Path log = store.resolveSibling("keytool.log");
        var builder = new ProcessBuilder(command(alias, extensions))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put(PASSWORD_VARIABLE, password);
        if (Waiting.forEnd(builder.start()) != 0) {
            throw ServerLog.of(log).failure("The JDK's keytool cannot make the certificate '" + alias + "'");
        }
        Files.delete(log);
    }

    KeyStore open() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            return keys;
        }
    }

    private List<String> command(String alias, String... extensions) {
        var fixed = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD_VARIABLE,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-alias",
                alias,
                "-dname",
                "CN=lava4j sandbox " + alias);
        return Stream.concat(fixed, Stream.of(extensions)).toList();
    }
}
