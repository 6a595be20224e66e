package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Seeded;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What MariaDB's own program finds in option files of ours. */
@ExtendWith(SandboxExtension.class)
final class OptionFileFuzzTest {

    private static final int SOME = 10;
    private static final int AT_ONCE = 100;

    @TempDir
    private Path folder;

    @Test
    void eachValueIsItsOptionsAndNothingElse(Sandbox sandbox) throws Exception {
        Path server = Path.of(sandbox.mariadb().process().info().command().orElseThrow());
        long values = 0;
        for (int number = 0; number < Seeded.cases(SOME); number++) {
            List<String> meant = new ArrayList<>();
            OptionFile file = new OptionFile("connection 'x'", OptionFileProperty.CLIENT);
            for (int each = 0; each < AT_ONCE; each++) {
                String value = Hostile.text(Seeded.choices(number * AT_ONCE + each));
                try {
                    file.set("user", "user", value);
                    meant.add("--user=" + value);
                } catch (ConfigurationException refused) {
                    assertEquals(true, value.codePoints().anyMatch(Character::isISOControl), value);
                }
            }
            Path written = Files.write(folder.resolve("options"), file.bytes());
            assertEquals(whole(String.join("\n", meant)), printed(server.resolveSibling("my_print_defaults"), written));
            values += AT_ONCE;
        }
        Seeded.tell("option files", values);
    }

    private static String printed(Path program, Path file) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--defaults-file=" + file, "mysql")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }

    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).stripTrailing();
    }
}
