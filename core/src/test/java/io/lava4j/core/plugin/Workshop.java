package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a test makes jars from small sources, and the installation that they are for. */
final class Workshop {

    private static final Pattern MODULE = Pattern.compile("(?:open )?module \\S+ \\{");
    private static final Pattern PACKAGE = Pattern.compile("package (\\S+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

    private final Path directory;
    private int jars;

    Workshop(Path directory) {
        this.directory = directory;
    }

    /** Core as it is being built, where it is a module and has a version. */
    static Path core() {
        try {
            return Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A layer with core and its libraries, as the boot layer is when lava runs on the module path. */
    static Installation installation() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path[] path = Stream.concat(
                        Stream.of(core()),
                        Stream.of(classPath.split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar"))
                                .map(Path::of))
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of(Installation.CORE));
        return new Installation(boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader()));
    }

    /** What is to become a jar: sources, and on what they are compiled. */
    record Parts(Workshop workshop, String version, List<Path> path, List<String> sources, List<String[]> files) {

        Parts version(String number) {
            return new Parts(workshop, number, path, sources, files);
        }

        Parts on(Path... jars) {
            return new Parts(workshop, version, List.of(jars), sources, files);
        }

        Parts file(String name, String content) {
            List<String[]> more = new ArrayList<>(files);
            more.add(new String[] {name, content});
            return new Parts(workshop, version, path, sources, more);
        }

        Path jar(Path file) throws IOException {
            return workshop.jar(this, file);
        }
    }

    /** Of version 1.0, on core. */
    Parts of(String... sources) {
        return new Parts(this, "1.0", List.of(core()), List.of(sources), List.of());
    }

    private Path jar(Parts parts, Path jar) throws IOException {
        Path work = directory.resolve("jar-" + jars++);
        Path classes = Files.createDirectories(work.resolve("classes"));
        boolean module =
                parts.sources.stream().anyMatch(source -> MODULE.matcher(source).find());
        List<String> compile = new ArrayList<>(List.of("--release", "17", "-d", classes.toString()));
        compile.addAll(List.of(module ? "-p" : "-cp", path(parts.path)));
        for (String source : parts.sources) {
            compile.add(
                    write(work.resolve("sources").resolve(name(source)), source).toString());
        }
        if (!parts.sources.isEmpty()) {
            tool("javac", compile);
        }
        for (String[] file : parts.files) {
            write(classes.resolve(file[0]), file[1]);
        }
        Files.createDirectories(jar.getParent());
        List<String> pack = new ArrayList<>(List.of("--create", "--file", jar.toString()));
        pack.addAll(module ? List.of("--module-version", parts.version) : List.of());
        pack.addAll(List.of("-C", classes.toString(), "."));
        tool("jar", pack);
        return jar;
    }

    private static String path(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String name(String source) {
        Matcher type = TYPE.matcher(source);
        Matcher inPackage = PACKAGE.matcher(source);
        return inPackage.find() && type.find()
                ? inPackage.group(1).replace('.', '/') + "/" + type.group(1) + ".java"
                : "module-info.java";
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void tool(String name, List<String> arguments) {
        int status = ToolProvider.findFirst(name)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertEquals(0, status, name);
    }
}
