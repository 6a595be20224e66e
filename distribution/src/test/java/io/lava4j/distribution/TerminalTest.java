package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person at a terminal sees, and what a shell completes. The terminal is that of script, of Debian's base system. */
@Timeout(300)
class TerminalTest {

    private static final String ESCAPE = "\033";
    private static final Path SHARE = LavaProgram.home().resolve("share").toAbsolutePath();

    private final LavaProgram lava = LavaProgram.assembled();

    @Test
    void textFitsTheTerminalAndHeadingsStandOut() throws Exception {
        String described = onTerminal("describe exe", Map.of("TERM", "xterm"));

        assertTrue(described.contains(ESCAPE + "[1mFIELD "), described);
        String plain = described.replaceAll(ESCAPE + "\\[[0-9;]*m", "");
        plain.lines().forEach(line -> assertTrue(line.length() <= 72, line));
        assertTrue(plain.lines().anyMatch(line -> line.startsWith(" ".repeat(20))), plain);
    }

    @Test
    void withoutColoursItIsTheSameText() throws Exception {
        String described = onTerminal("describe exe", Map.of("TERM", "xterm", "NO_COLOR", "1", "COLUMNS", "100"));

        assertFalse(described.contains(ESCAPE), described);
        assertTrue(described.lines().anyMatch(line -> line.length() > 72), described);
        described.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void bashCompletesTypesThatLavaLists() throws Exception {
        String offered = run(
                "bash",
                """
                PATH=${LAVA%/*}:$PATH
                source "$SHARE/bash-completion/completions/lava"
                ask() {
                    COMP_WORDS=(lava "$@")
                    COMP_CWORD=$#
                    _lava lava
                    echo "${COMPREPLY[*]}"
                }
                ask describe mys
                ask schema --verbose d
                """,
                Map.of("SHARE", SHARE.toString()));

        assertEquals("mysql mysql-aurora mysql-rds\ndb_from_s3\n", offered);
    }

    private String onTerminal(String arguments, Map<String, String> variables) throws Exception {
        String command = "stty cols 72; exec \"$LAVA\" " + arguments;
        return run("sh", "exec script -q -e -c '" + command + "' /dev/null", variables)
                .replace("\r", "");
    }

    private String run(String shell, String script, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(lava.with(variables).environment());
        builder.environment().put("LAVA", lava.executable().toAbsolutePath().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
