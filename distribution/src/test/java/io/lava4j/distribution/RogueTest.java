package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.sandbox.rogue.HttpMischief;
import io.lava4j.sandbox.rogue.MySqlMischief;
import io.lava4j.sandbox.rogue.RogueHttp;
import io.lava4j.sandbox.rogue.RogueMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rogue servers as the command meets them, with the heap that it has, and everything logged. */
@ExtendWith(SandboxExtension.class)
@Timeout(600)
class RogueTest {

    private static final String CONTENT = "what nobody asked for";

    @TempDir
    private Path specs;

    private Sandbox sandbox;

    @BeforeEach
    void remember(Sandbox given) {
        sandbox = given;
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE_AT_EVERY_QUERY", "CLEAR_PASSWORD", "ENDLESS_ROWS", "ERROR_THAT_REWRITES_THE_TERMINAL"})
    void aRogueServerGetsNothingOfALoad(MySqlMischief mischief) throws IOException {
        Workplace place =
                Workplace.withParameter(sandbox, sandbox.mysql(), specs).job("delete", "1,one\n");
        try (RogueMySql rogue = rogue(mischief)) {
            place.connection("host", "127.0.0.1")
                    .connection("port", rogue.port())
                    .connection("ssl", false);

            Ended run = place.run(place.lava().withJava("-Dorg.slf4j.simpleLogger.log.com=trace"), "-vv");

            assertFails(run, "lava: connection 'dwh': server 127.0.0.1:" + rogue.port() + " ");
            assertFalse(rogue.loot().contains(CONTENT), rogue.loot());
            for (String text : List.of(rogue.loot(), run.out() + run.err())) {
                assertEquals("", new SecretForms(place.database().password()).in(text), text);
            }
        }
    }

    /** A client alone logs in, and has not been told to send files. */
    @Test
    void aRogueServerGetsNothingOfAClient() throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs);
        try (RogueMySql rogue = rogue(MySqlMischief.FILE_AT_EVERY_QUERY)) {
            place.connection("host", "127.0.0.1")
                    .connection("port", rogue.port())
                    .connection("ssl", false);

            Ended run = place.lava().run("cli", "dwh", "--", "-e", "LOAD DATA LOCAL INFILE '/dev/null' INTO TABLE t");

            assertEquals(1, run.status(), run.err());
            assertFalse(rogue.loot().contains(CONTENT), rogue.loot());
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ENDLESS_INTERIM_ANSWERS",
                "ENDLESS_OBJECTS",
                "ENDLESS_XML",
                "DEEP_XML",
                "XML_BOMB",
                "ENORMOUS_ERROR"
            })
    void aRogueS3EndsALoad(HttpMischief mischief) throws IOException {
        Workplace place = Workplace.withParameter(sandbox, sandbox.mysql(), specs)
                .job("delete", "1,one\n")
                .parameter("key", "prefix/")
                .parameter("args", "[PREFIX, \"DELIMITER ','\"]");
        try (RogueHttp rogue = RogueHttp.start(mischief)) {
            Map<String, String> there =
                    Map.of("AWS_ENDPOINT_URL_S3", rogue.endpoint().toString(), "AWS_MAX_ATTEMPTS", "1");

            Ended run = place.run(place.lava().with(there));

            assertFails(run, "lava: bucket '" + place.bucket() + "': ");
            assertEquals("0", place.count());
        }
    }

    /** docs/security.md tells how many of each there are. */
    @Test
    void theFiguresOfThePageAreThoseOfTheTests() {
        String page = Sources.text(Path.of("..", "docs", "security.md"));

        assertEquals(MySqlMischief.values().length, figure(page, "(\\d+) kinds of mischief of a MySQL server"));
        assertEquals(HttpMischief.values().length, figure(page, "(\\d+) kinds of mischief of an endpoint of AWS"));
    }

    private static int figure(String page, String words) {
        Matcher told = Pattern.compile(words).matcher(page);
        assertTrue(told.find(), words);
        return Integer.parseInt(told.group(1));
    }

    private RogueMySql rogue(MySqlMischief mischief) throws IOException {
        return sandbox.rogue(mischief, Files.writeString(specs.resolve("file"), CONTENT));
    }

    /** With one message, short enough to read, and nothing that speaks to the terminal. */
    private static void assertFails(Ended run, String beginning) {
        assertEquals(1, Math.min(run.status(), 1), run.err());
        assertTrue(run.err().contains(beginning), run.err());
        assertFalse(run.err().contains("a defect of lava"), run.err());
        assertFalse(run.err().contains("OutOfMemory"), run.err());
        assertFalse(run.err().contains("\33"), run.err());
        assertTrue(run.err().lines().allMatch(line -> line.length() < 20_000), "a line to read");
    }
}
