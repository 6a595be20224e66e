package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.JobRequest;
import io.lava4j.core.JobResult;
import io.lava4j.core.Lava;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Json;
import io.lava4j.fuzz.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real shell makes of command lines, and what programs get of arguments and variables. */
final class WordsFuzzTest {

    private static final int SOME = 10;
    private static final int AT_ONCE = 100;

    @TempDir
    private Path folder;

    @Test
    void aShellCutsAsWeDo() throws IOException {
        for (int number = 0; number < Seeded.cases(SOME); number++) {
            StringBuilder script = new StringBuilder();
            StringBuilder meant = new StringBuilder();
            for (int each = 0; each < AT_ONCE; each++) {
                Choices data = Seeded.choices(number * AT_ONCE + each);
                String line = WrittenWords.of(data, words(data, 5), true);
                script.append("set --").append(line).append("\nprintf '%s\\0' words \"$@\"\n");
                Stream.concat(Stream.of("words"), ShellWords.of(line).stream())
                        .forEach(word -> meant.append(word).append('\0'));
            }
            assertEquals(meant.toString(), said(Files.writeString(folder.resolve("script"), script)));
        }
        Seeded.tell("shell", (long) Seeded.cases(SOME) * AT_ONCE);
    }

    @Test
    void aProgramGetsItsArgumentsAndVariables() throws IOException {
        write("realm.yaml", "{realm: dev, s3_payloads: 's3://b/payloads', s3_temp: 's3://b/temp'}");
        write("objects/b/payloads/run.sh", "#!/bin/sh\nprintf '%s\\0' \"$@\" \"$V\"\n");
        try (Lava lava = Lava.builder().specs(folder).realm("dev").build()) {
            int arguments = 0;
            for (int number = 0; number < Seeded.cases(1); number++) {
                arguments += runs(lava, Seeded.choices(number));
            }
            Seeded.tell("programs", arguments);
        }
    }

    /** Gives the number of arguments and variables. */
    private int runs(Lava lava, Choices data) throws IOException {
        List<String> words = words(data, AT_ONCE);
        String payload = "run.sh" + WrittenWords.of(data, words, false);
        List<String> args = words(data, AT_ONCE);
        String variable = words(data, 1).stream().findFirst().orElse("x");
        write(
                "jobs/words.json",
                """
                {"job_id": "words", "type": "exe", "enabled": true, "payload": %s,
                 "parameters": {"jinja": false, "args": [%s], "env": {"V": %s}}}"""
                        .formatted(
                                Json.string(data, payload),
                                args.stream().map(arg -> Json.string(data, arg)).collect(Collectors.joining(", ")),
                                Json.string(data, variable)));

        JobResult result = lava.run(JobRequest.job("words"));

        assertEquals(0, result.exitStatus(), result::toJson);
        List<String> all =
                Stream.of(words, args, List.of(variable)).flatMap(List::stream).toList();
        assertEquals(String.join("\0", all) + "\0", output());
        return all.size();
    }

    private String output() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("objects/b/temp"))) {
            Path file = files.filter(each -> each.toString().endsWith(".stdout"))
                    .findFirst()
                    .orElseThrow();
            String text = Files.readString(file);
            Files.delete(file);
            return text;
        }
    }

    /** No argument of a program holds a NUL, or half a character. */
    private static List<String> words(Choices data, int most) {
        List<String> words = new ArrayList<>();
        for (String name : Hostile.names(data, most)) {
            words.add(new String(name.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
        return words;
    }

    private static String said(Path script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", script.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
