package io.lava4j.sandbox;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, says on stdout how to reach it, and stays until a signal ends it. */
@Command(
        name = "up",
        description = {
            "Starts all servers and stays until Ctrl-C or SIGTERM.",
            "Prints lines for a shell, export NAME='value', on stdout; what runs where, for people, on stderr."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Write the same lines to DIR/env.sh too, once everything is ready.")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--dynamodb",
            description = "Start DynamoDB too, with the records of the realm dev: its connections, and a job, hello.")
    private boolean dynamodb;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> file = directory.map(dir -> dir.resolve("env.sh").toAbsolutePath());
        // Whoever waits for the file must not find that of an earlier run.
        file.ifPresent(UpCommand::remove);
        Sandbox sandbox = Sandbox.open();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, file), "lava-sandbox-stop"));
        var exports = new Exports(variables(sandbox));
        if (file.isPresent()) {
            write(file.get(), exports);
        }
        announce(sandbox, exports);
        new CountDownLatch(1).await();
        return 0;
    }

    private Map<String, String> variables(Sandbox sandbox) {
        if (!dynamodb) {
            return Furnishing.of(sandbox);
        }
        sandbox.startAllAndDynamoDb();
        Map<String, String> usual = Furnishing.of(sandbox);
        Map<String, String> variables = new LinkedHashMap<>(DynamoDbFurnishing.of(sandbox));
        variables.putAll(usual);
        return variables;
    }

    private void announce(Sandbox sandbox, Exports exports) {
        PrintWriter people = spec.commandLine().getErr();
        people.println(sandbox.mysql());
        people.println(sandbox.mariadb());
        people.println(sandbox.aurora());
        people.println(sandbox.s3());
        people.println(sandbox.aws());
        if (dynamodb) {
            people.println(
                    sandbox.dynamodb() + ", with a job: lava run " + DynamoDbFurnishing.JOB + " --specs dynamodb:");
        }
        people.println("A connection to the Aurora stand-in, by a token:");
        people.print(AuroraConnection.of(sandbox.aurora(), Furnishing.DATABASE)
                .spec()
                .indent(2));
        people.println("All files are in " + sandbox.folder() + "; Ctrl-C or kill "
                + ProcessHandle.current().pid() + " stops everything.");
        people.flush();
        spec.commandLine().getOut().print(exports.lines());
        spec.commandLine().getOut().flush();
    }

    private void stop(Sandbox sandbox, Optional<Path> file) {
        file.ifPresent(UpCommand::remove);
        sandbox.close();
        spec.commandLine().getErr().println("lava-sandbox: stopped, nothing is left running");
        spec.commandLine().getErr().flush();
    }

    /** The file is there whole or not at all. */
    private static void write(Path file, Exports exports) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path unfinished = Folders.writePrivate(folder.resolve("env.sh.unfinished"), exports.lines());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file '" + file + "' cannot be removed", e);
        }
    }
}
