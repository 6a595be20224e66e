package io.lava4j.jobs.exe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.JobResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PkgTest {

    private static final byte[] SAY = utf8("#!/bin/sh\necho \"$(cat data.txt)\" \"$@\"\n");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"app.tar,''", "app.tgz,gz", "app.tar.gz,gz", "app.tar.bz2,bzip2", "app.tar.xz,xz", "app.tar.zst,zst"})
    void aTarIsUnpackedHoweverItIsCompressed(String name, String compression) {
        byte[] pack = Pack.tar(compression)
                .file("bin/say", 0644, SAY)
                .file("data.txt", "hello")
                .bytes();
        assertEquals("hello you all\n", out(name, pack, "bin/say 'you all'"));
    }

    @Test
    void aZipIsUnpackedWithItsModes() {
        byte[] zip = Pack.zip(
                "say", "#!/bin/sh\n./own && stat -c %a own data.txt\n", "own%0100750", "#!/bin/sh\n", "data.txt", "x");
        assertEquals("750\n644\n", out("app.zip", zip, "say"));
    }

    @Test
    void modesAreKeptAndNoneTakesOnAnIdentity() {
        byte[] pack = Pack.tar()
                .file("run", 0755, utf8("#!/bin/sh\nstat -c %a own dir dir/file; ./own\n"))
                .file("own", 06711, utf8("#!/bin/sh\n"))
                .directory("dir", 0555)
                .file("dir/file", 0400, utf8("x"))
                .bytes();
        assertEquals("711\n755\n600\n", out("app.tar", pack, "run"));
    }

    @Test
    void linksWithinAreKept() {
        byte[] pack = Pack.tar()
                .link("current", "v1")
                .link("nowhere", "missing")
                .link("circle", "circle")
                .link("ring/a", "../ring/b/x")
                .link("ring/b", "a/..")
                .link("beyond", "nowhere/.././new")
                .file("v1/data", "one")
                .hardLink("same", "v1/data")
                .link("v1/up", "../run")
                .file("run", 0755, utf8("#!/bin/sh\ncat current/data same; readlink v1/up\n"))
                .bytes();
        assertEquals("oneone../run\n", out("app.tar", pack, "run"));
    }

    @Test
    void theProgramMayBeALink() {
        byte[] pack = Pack.tar()
                .link("run", "bin/real")
                .file("bin/real", 0644, utf8("#!/bin/sh\npwd\nls\n"))
                .bytes();
        String[] lines = out("app.tar", pack, "./run").split("\n");
        assertEquals(List.of("bin", "run"), Arrays.asList(lines).subList(1, lines.length));
    }

    @Test
    void ofTwoFilesWithOneNameTheLastCounts() {
        byte[] pack = Pack.tar()
                .file("run", 0755, utf8("#!/bin/sh\necho old\n"))
                .file("./run", 0755, utf8("#!/bin/sh\necho new\n"))
                .bytes();
        assertEquals("new\n", out("app.tar", pack, "run"));
    }

    static Stream<List<Object>> leaving() {
        return Stream.of(
                List.of(Pack.tar().file("../evil", "x"), "entry '../evil', which leads out of it"),
                List.of(Pack.tar().file("a/../../evil", "x"), "entry 'a/../../evil', which leads out of it"),
                List.of(Pack.tar().file("/tmp/evil", "x"), "entry '/tmp/evil', which leads out of it"),
                List.of(Pack.tar().directory("..", 0755), "entry '../', which leads out of it"),
                List.of(Pack.tar().link("evil", "/etc/passwd"), "link 'evil' to '/etc/passwd', which leads out of it"),
                List.of(Pack.tar().link("a/evil", "../../x"), "link 'a/evil' to '../../x', which leads out of it"),
                List.of(
                        // Its own words stay within; where it leads shows when it is followed.
                        Pack.tar()
                                .link("deep/a/b", "../..")
                                .link("evil", "deep/a/b/..")
                                .file("deep/a/f", "x"),
                        "link 'evil' to 'deep/a/b/..', which leads out of it"),
                List.of(
                        // So does that of one which leads to a place where there is nothing yet.
                        Pack.tar()
                                .link("deep/a/b", "../..")
                                .link("evil", "deep/a/b/../new")
                                .file("deep/a/f", "x"),
                        "link 'evil' to 'deep/a/b/../new', which leads out of it"),
                List.of(
                        Pack.tar()
                                .link("deep/a/gone", "../../missing")
                                .link("evil", "deep/a/gone/../../new")
                                .file("deep/a/f", "x"),
                        "link 'evil' to 'deep/a/gone/../../new', which leads out of it"),
                List.of(
                        Pack.tar().link("out", "..").file("out/evil", "x"),
                        "entry 'out' also as a directory, expected one of the two"),
                List.of(
                        Pack.tar().link("to", "dir").file("dir/a", "x").file("to/b", "x"),
                        "entry 'to' also as a directory, expected one of the two"),
                List.of(Pack.tar().hardLink("evil", "/etc/passwd"), "entry '/etc/passwd', which leads out of it"),
                List.of(
                        Pack.tar().hardLink("evil", "missing"),
                        "link 'evil' to 'missing', which is no file that stands before it in the package"),
                List.of(
                        Pack.tar().file("f", "x").file("f/g", "x"),
                        "entry 'f/g', which lies in 'f': that is no directory"),
                List.of(
                        Pack.tar().special("pipe", TarConstants.LF_FIFO, ""),
                        "entry 'pipe', which is a device or a pipe: expected files, directories and links"));
    }

    @ParameterizedTest
    @MethodSource("leaving")
    void noEntryLeavesThePackage(List<Object> pack) {
        Workplace place = place("app.tar", ((Pack) pack.get(0)).bytes(), "run");
        JobResult result = place.run();
        assertEquals(1, result.exitStatus());
        String error = Workplace.error(result);
        assertTrue(error.startsWith("package 's3://lava/payloads/app.tar' holds the " + pack.get(1)), error);
    }

    @Test
    void noEntryOfAZipLeavesIt() {
        assertEquals(
                "package 's3://lava/payloads/app.zip' holds the entry '../evil', which leads out of it: expected a path"
                        + " within, without '..'",
                error("app.zip", Pack.zip("../evil", "x"), "run"));
        assertEquals(
                "package 's3://lava/payloads/app.zip' holds the link 'evil' to '/etc/passwd', which leads out of it:"
                        + " expected a relative path within",
                error("app.zip", Pack.zip("evil%0120777", "/etc/passwd"), "run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz"})
    void aBombIsNotUnpacked(String compression) {
        byte[] pack =
                Pack.tar(compression).file("run", 0755, new byte[80 << 20]).bytes();
        assertEquals(
                "package 's3://lava/payloads/app.tar.x' unpacks to more than 67108864 bytes, expected at most 100 times"
                        + " its own length, where that is more than 67108864, and never more than 4294967296",
                error("app.tar.x", pack, "run"));
    }

    @Test
    void aZipThatIsABombIsNotUnpacked() {
        String error = error("app.zip", Pack.zip("run", "0".repeat(80 << 20)), "run");
        assertTrue(error.contains("app.zip' unpacks to more than 67108864 bytes"), error);
    }

    /** As tar makes it of a file with holes: a few KB that would fill the disk with zeros. */
    @Test
    void aSparseFileIsRefused() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("holes").toFile(), "rw")) {
            file.setLength(6L << 30);
        }
        Process tar = new ProcessBuilder("tar", "--sparse", "-cf", "holes.tar", "holes")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        assertEquals(
                "package 's3://lava/payloads/app.tar' holds the sparse file 'holes': pack it without --sparse",
                error("app.tar", Files.readAllBytes(directory.resolve("holes.tar")), "holes"));
    }

    @Test
    void tooManyEntriesAreRefused() {
        Pack pack = Pack.tar("gz");
        for (int i = 0; i <= 100_000; i++) {
            pack.directory("d", 0755);
        }
        assertEquals(
                "package 's3://lava/payloads/app.tgz' holds more than 100000 entries, expected that many at most",
                error("app.tgz", pack.bytes(), "run"));
    }

    @Test
    void aDamagedPackageIsAnError() {
        byte[] pack = Pack.tar("gz").file("run", 0755, SAY).bytes();
        String cut = error("app.tgz", Arrays.copyOf(pack, pack.length / 2), "run");
        assertTrue(cut.startsWith("package 's3://lava/payloads/app.tgz' cannot be unpacked: "), cut);
        String noZip = error("app.zip", utf8("no zip"), "run");
        assertTrue(noZip.startsWith("package 's3://lava/payloads/app.zip' cannot be unpacked: "), noZip);
        String noTar = error("app.tar.gz", utf8("no tar".repeat(1000)), "run");
        assertTrue(noTar.startsWith("package 's3://lava/payloads/app.tar.gz' "), noTar);
    }

    @Test
    void aNameThatTellsNoFormatIsRefused() {
        assertEquals(
                "package 's3://lava/payloads/app.rar' does not tell its format by its name, expected one that ends in"
                        + " .zip, .tar, .tgz or .tar.gz, .tar.bz2, .tar.xz, .tar.zst",
                error("app.rar", utf8("x"), "run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "dir", "../run", "/bin/true"})
    void theProgramMustBeInThePackage(String command) {
        byte[] pack = Pack.tar().file("run", 0755, SAY).directory("dir", 0755).bytes();
        assertEquals(
                "package 's3://lava/payloads/app.tar' holds no file '" + command
                        + "', which 'command' names: expected a path within it; it holds 'dir', 'run'",
                error("app.tar", pack, command));
    }

    @Test
    void aScriptWithDosLineEndsIsToldAsSuch() {
        byte[] pack = Pack.tar()
                .file("bin/run", 0755, utf8("#!/bin/sh\r\necho ran\r\n"))
                .bytes();
        assertEquals(
                "package 's3://lava/payloads/app.tar', 'bin/run' begins with the line '#!/bin/sh' that ends as lines do on"
                        + " DOS and Windows, in CR LF: the system would look for '/bin/sh\\r'; store it with lines that end"
                        + " in LF, such as dos2unix makes",
                error("app.tar", pack, "bin/run"));
    }

    @Test
    void severalPackagesRunInOrderEachInItsOwnDirectory() {
        byte[] one = Pack.tar()
                .file("run", 0755, utf8("#!/bin/sh\ntouch left; echo one $LAVA_S3_PAYLOAD\n"))
                .bytes();
        byte[] two = Pack.tar()
                .file("run", 0755, utf8("#!/bin/sh\nls; echo two $LAVA_S3_PAYLOAD\n"))
                .bytes();
        Workplace place = new Workplace(directory).dev();
        place.payload("b/x.tar", one).payload("a/x.tar", two).payload("a/deeper/y.tar", one);
        place.job("pkg", "payload: [b/x.tar, a/]", "parameters: {command: run}");
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), result::toJson);
        assertEquals("one s3://lava/payloads/b/x.tar\nrun\ntwo s3://lava/payloads/a/\n", place.out());
    }

    @Test
    void whatTwoPackagesOfOneNameWriteIsKeptApart() {
        byte[] one = Pack.tar().file("run", 0755, utf8("#!/bin/sh\necho one\n")).bytes();
        byte[] two = Pack.tar().file("run", 0755, utf8("#!/bin/sh\necho two\n")).bytes();
        Workplace place = new Workplace(directory).payload("b/x.tar", one).payload("a/x.tar", two);
        place.job("pkg", "payload: [b/x.tar, a/x.tar]", "parameters: {command: run}");
        JobResult result = place.run();
        assertEquals("one\n", place.kept(result, "x.tar.stdout"), result::toJson);
        assertEquals("two\n", place.kept(result, "x.tar.2.stdout"));
    }

    @Test
    void nothingIsLeftOfAPackageWhoseDirectoriesCannotBeWritten() throws IOException {
        byte[] pack = Pack.tar()
                .file("run", 0755, utf8("#!/bin/sh\npwd; mkdir locked; touch locked/file; chmod 0 locked\n"))
                .bytes();
        Path worked = Path.of(out("app.tar", pack, "run").strip());
        assertTrue(worked.startsWith(System.getProperty("java.io.tmpdir")), worked::toString);
        assertFalse(Files.exists(worked));
    }

    private String out(String name, byte[] pack, String command) {
        Workplace place = place(name, pack, command).dev();
        JobResult result = place.run();
        assertEquals(0, result.exitStatus(), () -> result.toJson() + place.err());
        return place.out();
    }

    private String error(String name, byte[] pack, String command) {
        JobResult result = place(name, pack, command).run();
        assertEquals(1, result.exitStatus(), result::toJson);
        return Workplace.error(result);
    }

    private Workplace place(String name, byte[] pack, String command) {
        return new Workplace(directory)
                .payload(name, pack)
                .job("pkg", "payload: " + name, "parameters:", "  command: \"" + command + "\"");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
