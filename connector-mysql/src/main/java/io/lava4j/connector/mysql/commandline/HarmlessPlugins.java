package io.lava4j.connector.mysql.commandline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugins that a client of MariaDB's may load where nothing proves who the server is. With its others it would give the
 * password to whoever asks: as it is ({@code dialog}, {@code mysql_clear_password}), or for a key of theirs
 * ({@code caching_sha2_password}, {@code sha256_password}).
 */
final class HarmlessPlugins {

    /** Signs, and tells nothing of the password. What is built in does not either. */
    private static final String SIGNS = "client_ed25519.so";

    /** Where packages put them, seen from the installation's root; in the second part, for each architecture. */
    private static final List<String> FOLDERS = List.of(
            "lib64/mariadb/plugin", "lib64/mysql/plugin", "lib/mariadb/plugin", "lib/mysql/plugin", "lib/plugin");

    private static final String OF_ARCHITECTURE = "libmariadb3/plugin";

    private final Path program;

    HarmlessPlugins(Client client) {
        this.program = client.program();
    }

    /** Those that are installed. */
    List<Path> files() {
        return root().stream()
                .flatMap(HarmlessPlugins::folders)
                .map(folder -> folder.resolve(SIGNS))
                .filter(Files::isRegularFile)
                .findFirst()
                .stream()
                .toList();
    }

    /** Of {@code /usr/bin/mariadb}: {@code /usr}. */
    private Optional<Path> root() {
        try {
            return Optional.ofNullable(program.toRealPath().getParent())
                    .flatMap(bin -> Optional.ofNullable(bin.getParent()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Stream<Path> folders(Path root) {
        return Stream.concat(FOLDERS.stream().map(root::resolve), ofArchitectures(root.resolve("lib")));
    }

    private static Stream<Path> ofArchitectures(Path lib) {
        try (DirectoryStream<Path> architectures = Files.newDirectoryStream(lib, "*-linux-*")) {
            Stream.Builder<Path> folders = Stream.builder();
            architectures.forEach(architecture -> folders.add(architecture.resolve(OF_ARCHITECTURE)));
            return folders.build();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
