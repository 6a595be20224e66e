package io.lava4j.jobs.exe;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Connections of type {@code script}: a real executable that prints what the spec says, and its arguments; those of type
 * {@code held} are open for writing in another process that was started here, for a second.
 */
public final class ScriptConnectors implements ConnectorProvider {

    @Override
    public Set<String> types() {
        return Set.of("script", "held", "mute");
    }

    @Override
    public String schema(String type) {
        return """
                {"properties": {"text": {"type": "string"}}}""";
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return spec.required("type").equals("mute")
                ? () -> {}
                : new Script(spec.text("text").orElse(""), spec.required("type").equals("held"), context::event);
    }

    private record Script(String text, boolean held, Consumer<String> events)
            implements Connector, Connector.CommandLine {

        @Override
        public Installed install(Path directory, String name) {
            Path data = directory.resolve(name + ".txt");
            Path executable = directory.resolve(name);
            try {
                Files.writeString(data, text);
                Files.writeString(executable, "#!/bin/sh\ncat '" + data + "'\nprintf ' %s' \"$@\"\n");
                Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            if (held) {
                hold(executable);
            }
            return new InPlace(executable, data, events);
        }

        private static void hold(Path executable) {
            try {
                Process holder = new ProcessBuilder(
                                "/bin/sh", "-c", "exec 3>>\"$0\"; echo; sleep 1", executable.toString())
                        .start();
                holder.inputReader().readLine();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private record InPlace(Path executable, Path data, Consumer<String> events) implements Connector.Installed {

        @Override
        public void close() {
            try {
                Files.delete(executable);
                Files.delete(data);
                events.accept(executable.getFileName() + " is closed");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
