package io.lava4j.connector.mysql.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsItsOwnersAloneBeforeAnythingIsInIt() throws IOException {
        Path file = folder.resolve("file");
        Path program = folder.resolve("program");
        try (OutputStream toFile = PrivateFile.create(file);
                OutputStream toProgram = PrivateFile.createExecutable(program)) {
            assertEquals("0 rw-------", described(file));
            assertEquals("0 rwx------", described(program));
            toFile.write(1);
            toProgram.write(1);
        }
        assertEquals("1 rw-------", described(file));
        assertEquals("1 rwx------", described(program));
    }

    @Test
    void aFileThatIsThereIsNotTakenOver() throws IOException {
        Path there = Files.createFile(folder.resolve("there"));

        assertThrows(FileAlreadyExistsException.class, () -> PrivateFile.create(there));
    }

    private static String described(Path file) throws IOException {
        return Files.size(file) + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
