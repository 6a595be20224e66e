package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.Connector.CommandLine;
import io.lava4j.core.spi.Connector.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a connector must keep to that is a {@link CommandLine}. */
public abstract class CommandLineContract extends ConnectorContract {

    /** For subclasses. */
    protected CommandLineContract() {}

    /**
     * What the executable is asked.
     *
     * @return its arguments, such as {@code --execute} and a query
     */
    protected abstract List<String> question();

    /**
     * What it answers.
     *
     * @return a part of its output
     */
    protected abstract String answer();

    @Test
    void theExecutableIsWhereItWasWantedAndOnlyItsUserMayRunIt() throws IOException {
        Path bin = bin();
        try (Connector connector = connect();
                Installed installed = install(connector, bin, "one")) {
            assertEquals(bin.resolve("one"), installed.executable());
            assertEquals("rwx------", new InstalledFile(installed.executable()).permissions());
        }
    }

    @Test
    void itAnswers() throws IOException, InterruptedException {
        try (Connector connector = connect();
                Installed installed = install(connector, bin(), "one")) {
            assertAnswers(installed);
        }
    }

    @Test
    void itsTextHoldsNoValueOfTheConnection() throws IOException {
        Path bin = bin();
        try (Connector connector = connect();
                Installed installed = install(connector, bin, "one")) {
            String text = new InstalledFile(installed.executable()).text().replace(directory.toString(), "");
            assertEquals(
                    List.of(),
                    Stream.concat(
                                    fields().values().stream(),
                                    Stream.of(credentials().user()))
                            .map(String::valueOf)
                            .filter(value -> !value.isBlank() && text.contains(value))
                            .toList(),
                    "values of the connection in the text of the executable");
        }
    }

    @Test
    void noSecretIsInTheExecutableOrInAFileThatOthersMayRead() throws IOException {
        try (Connector connector = connect();
                Installed installed = install(connector, bin(), "one")) {
            told.add(new InstalledFile(installed.executable()).text());
            for (InstalledFile file : InstalledFile.all(directory)) {
                if (file.mayBeReadByOthers()) {
                    told.add(file.text());
                }
            }
        }
    }

    @Test
    void twoLiveSideBySideAndEachEndsByItself() throws IOException, InterruptedException {
        Path bin = bin();
        try (Connector connector = connect();
                Installed second = install(connector, bin, "two")) {
            install(connector, bin, "one").close();

            assertAnswers(second);
            try (Installed first = install(connector, bin, "one")) {
                assertAnswers(first);
                assertAnswers(second);
            }
        }
    }

    @Test
    void closeRemovesAllThatWasInstalledAndTwiceIsHarmless() throws IOException {
        Path bin = bin();
        try (Connector connector = connect()) {
            List<InstalledFile> before = InstalledFile.all(directory);
            Installed installed = install(connector, bin, "one");

            installed.close();
            installed.close();

            assertEquals(before, InstalledFile.all(directory), "files that stay after close()");
        }
    }

    @Test
    void noThreadIsLeftBehind() throws IOException, InterruptedException {
        OpenThreads threads = new OpenThreads();
        try (Connector connector = connect()) {
            install(connector, bin(), "one").close();
        }
        assertEquals(List.of(), threads.left(), "threads that live on after close()");
    }

    private void assertAnswers(Installed installed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(installed.executable().toString()), question().stream())
                                .toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        told.add(said);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains(answer()), () -> "expected '" + answer() + "' in: " + said);
    }

    private Installed install(Connector connector, Path bin, String name) {
        return as(CommandLine.class, connector).install(bin, name);
    }

    private Path bin() throws IOException {
        return Files.createDirectories(directory.resolve("bin"));
    }
}
