package io.lava4j.core.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that makes two private directories, one after the other, and keeps them until it is killed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader words;

    private OtherProcess(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    static OtherProcess in(Path folder) throws IOException {
        return new OtherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public static void main(String[] none) throws IOException {
        try (PrivateDirectory first = new PrivateDirectory();
                PrivateDirectory second = new PrivateDirectory()) {
            System.out.println(first.path());
            System.out.println(second.path());
            System.in.read();
        }
    }

    /** Its directories, once both are made. */
    List<Path> directories() throws IOException {
        return List.of(Path.of(words.readLine()), Path.of(words.readLine()));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
