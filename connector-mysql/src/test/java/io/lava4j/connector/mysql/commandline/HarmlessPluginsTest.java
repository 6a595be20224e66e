package io.lava4j.connector.mysql.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessPluginsTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"lib/x86_64-linux-gnu/libmariadb3/plugin", "lib64/mariadb/plugin", "lib/plugin"})
    void whereverAPackagePutsIt(String place) throws IOException {
        Path folder = Files.createDirectories(root.resolve(place));
        Files.createFile(folder.resolve("dialog.so"));
        Path signs = Files.createFile(folder.resolve("client_ed25519.so"));

        assertEquals(List.of(signs), plugins());
    }

    @Test
    void aClientWithoutPluginsHasNone() throws IOException {
        assertEquals(List.of(), plugins());
    }

    private List<Path> plugins() throws IOException {
        Path program =
                Files.createFile(Files.createDirectory(root.resolve("bin")).resolve("mariadb"));
        ClientVersion version =
                ClientVersion.parse("mariadb from 11.8.3-MariaDB, client 15.2").orElseThrow();
        return new HarmlessPlugins(new Client(program, version)).files();
    }
}
