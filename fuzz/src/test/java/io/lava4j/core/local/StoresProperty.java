package io.lava4j.core.local;

import io.lava4j.core.error.LavaException;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** No bucket, key, secret or id leads out of the directory that objects, secrets and specs are in. */
public final class StoresProperty implements Property {

    private static final List<String> STEPS = List.of(
            "..",
            ".",
            "/",
            "//",
            "in",
            "out",
            "bucket",
            "lava",
            "dev",
            "",
            "\\",
            "%2e%2e",
            "...",
            "~",
            "\0",
            "outside",
            "key",
            "connections");

    private final Path root = world();

    @Override
    public void holds(Choices data) throws IOException {
        LocalObjects objects = new LocalObjects(root.resolve("in"));
        String bucket = data.yes() ? "bucket" : path(data);
        String key = path(data);
        try {
            Optional<StoredObject> found = objects.head(bucket, key);
            if (found.isPresent()) {
                try (InputStream content = objects.read(found.get(), 0)) {
                    inside(new String(content.readAllBytes(), StandardCharsets.UTF_8), bucket + " " + key);
                }
            }
            objects.list(bucket, key).forEach(each -> Assertions.assertTrue(each.size() != 7, each::uri));
        } catch (LavaException refused) {
            Assertions.assertNotNull(refused.getMessage());
        }
        try {
            inside(new LocalSecrets(root.resolve("in")).parameter(key).value().reveal(), key);
        } catch (LavaException refused) {
            Assertions.assertNotNull(refused.getMessage());
        }
        try {
            new SpecDirectory(root.resolve("in")).connection("dev", key).ifPresent(found -> inside(found.text(), key));
        } catch (LavaException refused) {
            Assertions.assertNotNull(refused.getMessage());
        }
    }

    private static void inside(String content, String how) {
        Assertions.assertFalse(content.contains("outside"), () -> "[" + how + "] leads out");
    }

    private static String path(Choices data) {
        StringBuilder path = new StringBuilder();
        int steps = data.number(0, 6);
        for (int step = 0; step < steps; step++) {
            path.append(data.number(0, 7) == 0 ? Hostile.text(data) : data.one(STEPS))
                    .append(data.yes() ? "/" : "");
        }
        return path.toString();
    }

    private static Path world() {
        try {
            Path root = Files.createTempDirectory("lava4j-fuzz-");
            root.toFile().deleteOnExit();
            for (String inside : List.of("in/bucket/key", "in/lava/dev/in", "in/connections/in.yaml", "in/in")) {
                write(root.resolve(inside), "x: inside");
            }
            for (String outside :
                    List.of("outside", "out/key", "out/outside", "bucket/key", "lava/dev/in", "connections/in.yaml")) {
                write(root.resolve(outside), "outside");
            }
            return root;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
