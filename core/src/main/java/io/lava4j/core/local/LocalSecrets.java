package io.lava4j.core.local;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Secrets in a directory, one file each: parameter {@code /lava/dev/db} is the file {@code lava/dev/db}. A file that
 * others can read or write is refused; so a parameter read from here counts as encrypted. One line end at the very end of
 * a file is not part of the secret.
 */
public final class LocalSecrets implements SecretStore {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** As Secrets Manager has it; a parameter of SSM has 8 KiB at most. */
    private static final int LARGEST = 1 << 16;

    private final Path directory;

    /**
     * Reads nothing yet.
     *
     * @param directory the directory
     */
    public LocalSecrets(Path directory) {
        this.directory = directory;
    }

    @Override
    public Parameter parameter(String name) {
        return new Parameter(new Secret(read("parameter", name)), true);
    }

    @Override
    public Secret document(String id) {
        return new Secret(read("secret", id));
    }

    @Override
    public void close() {
        // holds nothing open
    }

    private String read(String kind, String name) {
        String subject = kind + " '" + name.replace('\0', '?') + "'";
        Path file = file(subject, name);
        if (Files.isDirectory(file)) {
            throw new CredentialsException(subject + ": '" + file + "' is a directory: expected a file; name it so");
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                throw new CredentialsException(subject + ": others can read or write its file '" + file + "' ("
                        + PosixFilePermissions.toString(permissions)
                        + "): expected one that only its owner can, chmod 600");
            }
            return withoutLineEnd(SmallFile.text(file, LARGEST)
                    .orElseThrow(() -> new CredentialsException(subject + ": its file '" + file + "' is larger than "
                            + LARGEST + " bytes, the most that a secret may have; is it a secret?")));
        } catch (NoSuchFileException missing) {
            throw new CredentialsException(
                    subject + ": there is no file '" + file + "'; put it there, or correct the name", missing);
        } catch (CharacterCodingException notText) {
            // no cause: it would only tell where
            throw new CredentialsException(subject + ": its file '" + file + "' is not UTF-8 text; write it in UTF-8");
        } catch (UnsupportedOperationException notPosix) {
            throw new CredentialsException(
                    subject + ": whether others can read '" + file
                            + "' cannot be seen on this file system; keep it on one that has owners and rights",
                    notPosix);
        } catch (IOException unreadable) {
            throw new CredentialsException(
                    subject + ": its file '" + file + "' cannot be read: "
                            + unreadable.getClass().getSimpleName() + "; check the rights on it",
                    unreadable);
        }
    }

    private Path file(String subject, String name) {
        try {
            return directory.resolve(relative(subject, name));
        } catch (InvalidPathException notOfThisSystem) {
            throw new CredentialsException(
                    subject + ": no file can have that name on this system; correct the name", notOfThisSystem);
        }
    }

    private static String relative(String subject, String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        List<String> parts = List.of(path.split("/", -1));
        if (parts.stream().anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
                || path.indexOf('\0') >= 0) {
            throw new CredentialsException(
                    subject + ": expected names between slashes, none of them '.' or '..'; correct the name");
        }
        return path;
    }

    private static String withoutLineEnd(String text) {
        String cut = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return cut.length() < text.length() && cut.endsWith("\r") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
