package io.lava4j.connector.mysql.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are for their owner alone from the moment they exist, whatever the umask. */
public final class PrivateFile {

    private PrivateFile() {}

    /** A new file that its owner can read. */
    public static OutputStream create(Path file) throws IOException {
        return create(file, "rw-------");
    }

    /** A new file that its owner can read and run. */
    public static OutputStream createExecutable(Path file) throws IOException {
        return create(file, "rwx------");
    }

    private static OutputStream create(Path file, String permissions) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))));
    }
}
