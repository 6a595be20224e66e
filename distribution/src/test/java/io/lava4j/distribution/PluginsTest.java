package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins of strangers, each a folder in plugins/ of an installation, made against its core alone. */
class PluginsTest {

    private static final Path PAPER = Path.of("src/test/stranger");

    /** A library that knows its own version. */
    private static final Map<String, String> GREETING = Map.of(
            "module-info.java", "module org.greeting { exports org.greeting; }",
            "org/greeting/Greeting.java",
                    """
                    package org.greeting;
                    public class Greeting {
                        public static String text() {
                            return "greeting " + Greeting.class.getModule().getDescriptor().rawVersion().orElseThrow();
                        }
                    }""");

    /** Of a job that has nothing to say. */
    private static final String SILENT = "static String text() { return \"\"; }\n";

    @TempDir
    private Path directory;

    private InstalledCopy copy;

    @BeforeEach
    void install() throws IOException {
        copy = InstalledCopy.at(directory.resolve("lava4j"));
    }

    @Test
    void aPluginIsListedWithItsFolder() throws IOException {
        copy.jar("plugins/paper/paper-3.1.jar", "3.1", PAPER);

        Ended list = copy.lava().run("list", "--strict-plugins");

        assertEquals(0, list.status(), list.err());
        assertTrue(
                list.lines().stream()
                        .anyMatch(line -> line.matches("connector +paper +com\\.example\\.paper +3\\.1 +paper")),
                list.out());
        Map<?, ?> all = Json.object(copy.lava().run("list", "--json").out());
        assertTrue(
                all.toString()
                        .contains("version=3.1, folder=paper, place="
                                + copy.home().resolve("plugins/paper/paper-3.1.jar")),
                all.toString());
    }

    @Test
    void specsAreValidatedByTheSchemaOfAPlugin() throws IOException {
        copy.jar("plugins/paper/paper.jar", "3.1", PAPER);
        Path spec = Files.writeString(
                directory.resolve("note.yaml"), "conn_id: note\ntype: paper\nenabled: true\nsheet: a\ncolor: red\n");

        Ended validate = copy.lava().run("validate", spec);

        assertEquals(2, validate.status(), validate.err());
        assertTrue(validate.out().contains(spec + ":5:1: /color: "), validate.out());
        assertEquals("1 spec, 2 faults", validate.lines().get(validate.lines().size() - 1), validate.out());
        assertEquals("", validate.err());
    }

    @Test
    void jobsOfTwoPluginsRunWithPrivateVersionsOfOneLibrary() throws IOException {
        greeter("one", "1.0", "");
        greeter("two", "2.0", "");

        assertEquals("greeting 1.0", run("one").get("text"));
        assertEquals("greeting 2.0", run("two").get("text"));
    }

    @Test
    void aPluginMayUseModulesOfJavaThatLavaItselfDoesNot() throws IOException {
        greeter("one", "1.0", "requires jdk.httpserver; requires java.sql.rowset; requires java.scripting;");

        assertEquals("greeting 1.0", run("one").get("text"));
    }

    @Test
    void aLibraryThatTheInstallationReplacesIsListed() throws IOException {
        greeter("one", "1.0", "");
        Path json = copy.library("jackson-core-");
        Files.copy(json, copy.home().resolve("plugins/one/jackson-core-1.0.jar"));
        Files.copy(copy.library("mysql-connector-j"), copy.home().resolve("plugins/one/mysql-connector-j-9.0.jar"));
        sources("old", Map.of("old/driver/Driver.java", "package old.driver; public class Driver {}"));
        copy.jar("plugins/one/old-driver-5.jar", "5", directory.resolve("old"));

        Ended list = copy.lava().run("list", "--strict-plugins");

        assertEquals(0, list.status(), list.out() + list.err());
        String version = json.getFileName().toString().replaceAll("jackson-core-|\\.jar", "");
        assertTrue(
                list.lines()
                        .contains("note: plugin 'one': 'tools.jackson.core' " + version
                                + " of the installation is used instead of its own jackson-core-1.0.jar"),
                list.out());
        assertTrue(
                list.lines().stream()
                        .anyMatch(line -> line.matches("library +- +tools\\.jackson\\.core +" + version + " +one")),
                list.out());
    }

    @Test
    void aFaultyPluginIsToldOfOnceAndStopsOnlyWhatNeedsIt() throws IOException {
        greeter("one", "1.0", "");
        greeter("two", "2.0", "");
        Files.delete(copy.home().resolve("plugins/two/greeting.jar"));

        Ended run = start("one");
        assertEquals(0, run.status(), run.err());
        assertEquals("lava: " + missing(), run.err().strip());

        Ended other = start("two");
        assertEquals(2, other.status(), other.err());
        assertTrue(other.err().startsWith("lava: " + missing() + "\n"), other.err());
        assertTrue(
                other.err()
                        .strip()
                        .endsWith(
                                "job type 'two' is unknown: take one that is known, or install its plugin. Known on the module path and in "
                                        + copy.home().resolve("plugins") + ": db_from_s3, exe, one, pkg. Not usable: "
                                        + missing()),
                other.err());
    }

    @Test
    void strictlyAFaultyPluginStopsEverything() throws IOException {
        greeter("one", "1.0", "");
        Files.createDirectories(copy.home().resolve("plugins/two"));

        Ended run = start("one", "--strict-plugins");

        assertEquals(2, run.status(), run.err());
        assertEquals(
                "lava: plugin 'two': its folder '" + copy.home().resolve("plugins/two")
                        + "' holds no jar; put the plugin's jars there, or remove the folder\n"
                        + "lava: with --strict-plugins nothing is done while a plugin is faulty: mend it, or remove it\n",
                run.err());
        assertEquals("", run.out());
    }

    @Test
    void aCoreAndAPluginOfTheInstallationInAFolderAreTold() throws IOException {
        Path core = copy.library("lava4j-core-");
        Path job = copy.library("lava4j-jobs-db-from-s3-");
        Files.copy(
                core,
                Files.createDirectories(copy.home().resolve("plugins/fat")).resolve(core.getFileName()));
        Files.copy(
                job,
                Files.createDirectories(copy.home().resolve("plugins/twin")).resolve(job.getFileName()));

        Ended list = copy.lava().run("list", "--strict-plugins");

        assertEquals(2, list.status());
        assertTrue(
                list.lines()
                        .contains("fault: plugin 'fat': '" + core.getFileName()
                                + "' holds a core of its own, and there can be one only; remove it, or build it without"
                                + " io.lava4j.core"),
                list.out());
        assertTrue(
                list.lines()
                        .contains("fault: plugin 'twin': module 'io.lava4j.jobs.dbfroms3' (" + job.getFileName()
                                + ") is part of the installation already, from '" + job + "'; remove one of the two"),
                list.out());
    }

    @Test
    void aConstructorThatThrowsASchemaThatIsNoneAndATypeThatIsThereTwiceAreTold() throws IOException {
        plugin("broken", "broken", "{}", "", SILENT + "public Job() { throw new IllegalStateException(\"boom\"); }");
        plugin("odd", "odd", "{\\\"properties\\\": {\\\"size\\\": {\\\"type\\\": \\\"strnig\\\"}}}", "", SILENT);
        plugin("first", "same", "{}", "", SILENT);
        plugin("second", "same", "{}", "", SILENT);
        plugin("fine", "fine", "{}", "", SILENT);
        Path plugins = copy.home().resolve("plugins");

        Ended run = start("fine");

        assertEquals(0, run.status(), run.err());
        assertEquals(
                "lava: plugin 'odd': the schema of job 'odd' is faulty: it is no JSON Schema of draft 2020-12:"
                        + " /properties/size/type: does not have a value in the enumeration [\"array\", \"boolean\","
                        + " \"integer\", \"null\", \"number\", \"object\", \"string\"]\n"
                        + "lava: job type 'same' is there twice, and none is used: first.Job in module first from "
                        + plugins.resolve("first/first.jar") + "; second.Job in module second from "
                        + plugins.resolve("second/second.jar") + ". Remove all but one.\n"
                        + "lava: broken.Job in module broken from " + plugins.resolve("broken/broken.jar")
                        + ": its constructor failed: java.lang.IllegalStateException: boom\n",
                run.err());
    }

    private String missing() {
        return "plugin 'two': module 'two' (two.jar) requires 'org.greeting', which is neither in its folder nor in the"
                + " installation; put its jar into '" + copy.home().resolve("plugins/two") + "'";
    }

    private Map<?, ?> run(String type) throws IOException {
        Ended run = start(type);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        return Json.object(run.out());
    }

    private Ended start(String type, Object... more) throws IOException {
        Path job = Files.writeString(
                directory.resolve(type + ".yaml"), "job_id: greet\ntype: " + type + "\nenabled: true\n");
        Object[] arguments = new Object[more.length + 5];
        System.arraycopy(new Object[] {"run", job, "--json", "--realm", "dev"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return copy.lava().run(arguments);
    }

    /** A plugin whose job gives what its private library says. */
    private void greeter(String name, String version, String requires) throws IOException {
        sources("greeting", GREETING);
        Path library = copy.jar("plugins/" + name + "/greeting.jar", version, directory.resolve("greeting"));
        plugin(
                name,
                name,
                "{}",
                "requires org.greeting; " + requires,
                "static String text() { return org.greeting.Greeting.text(); }",
                library);
    }

    /** A plugin with a module and a package of its name. */
    private void plugin(String name, String type, String schema, String requires, String members, Path... path)
            throws IOException {
        String module =
                """
                module %s {
                    requires io.lava4j.core; %s
                    provides io.lava4j.core.spi.JobProvider with %s.Job;
                }"""
                        .formatted(name, requires, name);
        String job =
                """
                package %s;
                public class Job implements io.lava4j.core.spi.JobProvider {
                    %s
                    @Override public java.util.Set<String> types() { return java.util.Set.of("%s"); }
                    @Override public String schema(String type) { return "%s"; }
                    @Override public void run(io.lava4j.core.spi.Spec spec, Context context) {
                        context.result("text", text());
                    }
                }"""
                        .formatted(name, members, type, schema);
        sources(name, Map.of("module-info.java", module, name + "/Job.java", job));
        copy.jar("plugins/" + name + "/" + name + ".jar", "1.0", directory.resolve(name), path);
    }

    private void sources(String folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(folder).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
