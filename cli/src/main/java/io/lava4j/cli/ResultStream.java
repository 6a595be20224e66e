package io.lava4j.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where results go. Who prints on it does not learn that it fails: it remembers that. */
final class ResultStream extends FilterOutputStream {

    private static final Path STDOUT = Path.of("/proc/self/fd/1");

    private Optional<String> loss = Optional.empty();

    ResultStream(OutputStream stream) {
        super(stream);
    }

    /** Why the end of what was printed is lost; nothing when whoever reads it has gone, which is no fault: {@code lava list | head}. */
    Optional<String> loss() {
        return loss;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException lost) {
            if (loss.isEmpty() && !isPipe()) {
                loss = Optional.of(String.valueOf(lost.getMessage()));
            }
            throw lost;
        }
    }

    /** To a pipe or a socket nothing can be written when its reader has gone, and for no other reason. */
    private static boolean isPipe() {
        try {
            String kind = Files.readSymbolicLink(STDOUT).toString();
            return kind.startsWith("pipe:") || kind.startsWith("socket:");
        } catch (IOException unknown) {
            return false;
        }
    }
}
