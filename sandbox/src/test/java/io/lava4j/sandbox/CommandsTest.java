package io.lava4j.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void withoutASandboxThatIsUpTheCommandsSayWhatToDo() {
        var unset = new UpSandbox(Map.of());

        var failure = assertThrows(SandboxException.class, unset::s3);

        assertEquals(
                "The environment variable AWS_ENDPOINT_URL_S3 is not set: start 'lava-sandbox up' and export the lines"
                        + " that it prints",
                failure.getMessage());
    }

    @Test
    void aSandboxThatIsGoneIsNamed() {
        var gone = new UpSandbox(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"));

        var failure = assertThrows(RuntimeException.class, () -> gone.database("mysql"));

        assertEquals("No sandbox answers at 'http://127.0.0.1:1': is 'lava-sandbox up' running?", failure.getMessage());
    }

    @Test
    void anObjectMustBeAnS3Uri() {
        assertEquals(2, run("put", "file", "https://bucket/key"));
        assertEquals("The object 'https://bucket/key' is not of the form s3://bucket/key", firstError());
    }

    @Test
    void anUnknownServerIsRefusedWithTheKnownOnes() {
        assertEquals(2, run("sql", "oracle", "SELECT 1"));
        assertTrue(firstError().contains("expected one of [mysql, mariadb, aurora]"), firstError());
    }

    @Test
    void theHelpNamesAllThatThereIs() {
        var out = new StringWriter();

        Main.commandLine().setOut(new PrintWriter(out, true)).execute("--help");

        assertTrue(
                out.toString()
                        .replaceAll("\\s+", " ")
                        .contains("MySQL, MariaDB, a stand-in for Aurora, S3, SSM, Secrets Manager and STS,"),
                out.toString());
    }

    @Test
    void aValueIsQuotedForTheShell() {
        assertEquals("export A='it'\\''s $x'\n", new Exports(Map.of("A", "it's $x")).lines());
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setErr(new PrintWriter(errors, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }

    private String firstError() {
        return errors.toString().lines().findFirst().orElse("");
    }
}
