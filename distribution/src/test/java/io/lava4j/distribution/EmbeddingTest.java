package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README that embeds lava, compiled and run as it stands. */
@ExtendWith(SandboxExtension.class)
class EmbeddingTest {

    private static final Pattern PROGRAM = Pattern.compile("`Nightly\\.java`:\\R\\R```java\\R(.*?)```", Pattern.DOTALL);
    private static final String LIBRARIES = LavaProgram.home().resolve("lib").toString();

    @TempDir
    private Path directory;

    private Path classes;
    private Workplace place;

    @BeforeEach
    void aJobIsThere(Sandbox sandbox) throws IOException {
        classes = directory.resolve("classes");
        place = Workplace.withParameter(sandbox, sandbox.mysql(), directory.resolve("specs"))
                .job("append", "1,one\n2,two\n");
    }

    @Test
    void itRunsOnTheClassPath() throws IOException {
        String libraries = Sources.in(Path.of(LIBRARIES)).map(Path::toString).collect(Collectors.joining(":"));
        compile(program(""), "-cp", libraries);

        loads(java("-cp", classes + ":" + libraries, "Nightly"));
    }

    /** A module has no classes outside of packages: a line says which; all else is as in the README. */
    @Test
    void itRunsOnTheModulePath() throws IOException {
        Path module = Files.writeString(
                directory.resolve("module-info.java"), "module com.example.nightly { requires io.lava4j.core; }");
        compile(program("package com.example.nightly;\n"), "-p", LIBRARIES, module.toString());

        loads(java("-p", LIBRARIES + ":" + classes, "-m", "com.example.nightly/com.example.nightly.Nightly"));
    }

    private void loads(Ended ended) {
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().contains("heard: 2 rows loaded into "), ended::toString);
        assertTrue(ended.out().contains("done: {\n  \"exit_status\" : 0,"), ended::toString);
        assertEquals("2", place.count());
    }

    private Ended java(String... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1, Object[].class);
        all[arguments.length] = place.specs();
        Map<String, String> environment = new HashMap<>(place.sandbox().environment());
        environment.put("LC_ALL", "C.UTF-8");
        return new LavaProgram(LavaProgram.java().resolve("bin/java"), environment).run(all);
    }

    private Path program(String firstLine) throws IOException {
        Matcher block = PROGRAM.matcher(Sources.text(Path.of("..", "README.md")));
        assertTrue(block.find(), "the README has no program");
        assertTrue(block.group(1).lines().count() <= 16, "the program of the README has grown");
        return Files.writeString(directory.resolve("Nightly.java"), firstLine + block.group(1));
    }

    private void compile(Path program, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", classes.toString()));
        arguments.addAll(List.of(options));
        arguments.add(program.toString());
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertEquals(0, status, "javac");
    }
}
