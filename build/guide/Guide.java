import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a guide word by word: GUIDE DIRECTORY INSTALLATION REPOSITORY. A code block after a line that ends in a name in back
 * quotes and a colon is a file of that name; a block {@code sh} is typed, all of them into one shell, with {@code $LAVA_HOME}
 * the installation and Maven looking into the repository; a block {@code text} after it is what the block before has to say.
 */
final class Guide {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^([^\\n]*)\\n\\n?```(\\w+)\\n(.*?)^```$");
    private static final Pattern NAMED = Pattern.compile(".*`([^`]+)`[^`]*:$");

    private final Path directory;
    private final StringBuilder script = new StringBuilder("set -eu\n");
    private final List<String> expected = new ArrayList<>();

    private Guide(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Guide guide = new Guide(Files.createDirectories(Path.of(arguments[1]).toAbsolutePath()));
        guide.read(Files.readString(Path.of(arguments[0])));
        guide.follow(Path.of(arguments[2]).toAbsolutePath(), Path.of(arguments[3]).toAbsolutePath());
    }

    private void read(String text) throws IOException {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            Matcher named = NAMED.matcher(block.group(1));
            String kind = block.group(2);
            if (named.matches() && !kind.equals("sh") && !kind.equals("text")) {
                Path file = directory.resolve(named.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3));
            } else if (kind.equals("sh")) {
                script.append("{\n%s} >step-%d 2>&1\n".formatted(block.group(3), expected.size()));
                expected.add("");
            } else if (kind.equals("text")) {
                expected.set(expected.size() - 1, block.group(3));
            }
        }
        if (expected.isEmpty()) {
            throw new IllegalStateException("the guide has nothing to type");
        }
    }

    private void follow(Path installation, Path repository) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script.toString()).directory(directory.toFile());
        shell.redirectErrorStream(true).redirectOutput(directory.resolve("shell").toFile());
        shell.environment().put("LAVA_HOME", copy(installation).toString());
        shell.environment().merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (old, more) -> old + " " + more);
        int status = shell.start().waitFor();
        for (int i = 0; i < expected.size(); i++) {
            Path step = directory.resolve("step-" + i);
            String said = Files.exists(step) ? Files.readString(step) : "it was not come to";
            for (String line : expected.get(i).lines().toList()) {
                if (!said.contains(line)) {
                    throw new IllegalStateException("step " + i + ": expected '" + line + "' in: " + said);
                }
            }
        }
        if (status != 0) {
            throw new IllegalStateException("a step ended with " + status + ", see " + directory);
        }
    }

    private Path copy(Path installation) throws Exception {
        Path home = directory.resolve("lava4j");
        new ProcessBuilder("cp", "-R", installation.toString(), home.toString()).inheritIO().start().waitFor();
        return home;
    }
}
