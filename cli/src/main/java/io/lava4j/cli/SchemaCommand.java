package io.lava4j.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lava schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Prints the JSON Schema of a connector or job type, for editors. With --all: those of all types, of any"
                    + " connection, any job and the realm, and a catalogue of them, catalog.json."
        })
final class SchemaCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec command;

    @Mixin
    private final Wanted wanted = new Wanted();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the files of --all will be found, for the catalogue; else in DIR on this machine.")
    private Optional<String> url = Optional.empty();

    SchemaCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return wanted.either(command.commandLine(), this::print, this::write);
    }

    private void print(String type) {
        if (url.isPresent()) {
            throw new ParameterException(command.commandLine(), "--url is for the catalogue that --all writes");
        }
        session.out().println(session.ask(engine -> engine.schema(type)).json());
    }

    private void write(Path directory) {
        Map<String, String> files = EditorSchemas.files(session.ask(Engine::schemas), place(directory));
        new ReplacedFiles(directory).write(files);
        session.out().println(files.size() + " files in '" + directory + "', the catalogue is catalog.json");
    }

    private String place(Path directory) {
        String place = url.orElseGet(
                () -> directory.toAbsolutePath().normalize().toUri().toString());
        return place.endsWith("/") ? place : place + "/";
    }
}
