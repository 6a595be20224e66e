package io.lava4j.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** README's tour: its commands, one a line, which share one shell as they do when someone types them. */
record Tour(List<String> commands) {

    private static final Pattern BLOCK = Pattern.compile("\\R## A tour\\R.*?\\R```sh\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("# exit status ([0-9]+)");
    private static final int LIMIT_SECONDS = 900;

    static Tour of(Path readme) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(readme));
        if (!block.find()) {
            throw new AssertionError(readme + " has no tour");
        }
        return new Tour(block.group(1).lines().toList());
    }

    /** Runs all of it in a directory that stands for the repository's root; ends what it leaves running. */
    List<Step> run(Path directory, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createDirectories(directory.resolve("steps"));
        Path script = Files.writeString(directory.resolve("tour.sh"), script());
        ProcessBuilder shell = new ProcessBuilder("sh", script.toString()).directory(directory.toFile());
        shell.redirectErrorStream(true).redirectOutput(output.resolve("shell").toFile());
        shell.environment().putAll(environment);
        Process process = shell.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The tour goes on after " + LIMIT_SECONDS + " s: " + steps(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        return steps(output);
    }

    /** What the README says that a command ends with. */
    static int expectedStatus(String command) {
        Matcher status = STATUS.matcher(command);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    private String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < commands.size(); i++) {
            script.append(
                    "{ %2$s%n} >steps/%1$d.out 2>steps/%1$d.err; echo $? >steps/%1$d%n".formatted(i, commands.get(i)));
        }
        return script.append("wait\n").toString();
    }

    private List<Step> steps(Path output) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < commands.size() && Files.exists(output.resolve(i + ".out")); i++) {
            Path status = output.resolve(Integer.toString(i));
            steps.add(new Step(
                    commands.get(i),
                    Files.exists(status) ? Files.readString(status).strip() : "none yet",
                    Files.readString(output.resolve(i + ".out")),
                    Files.readString(output.resolve(i + ".err"))));
        }
        return steps;
    }

    /** One command, with the exit status it had. */
    record Step(String command, String status, String out, String err) {}
}
