package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.distribution.LavaProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that {@code lava describe --all} writes, and those of them that are in docs. */
class ReferenceTest {

    private static final Path DOCS = Path.of("..", "docs", "reference");
    private static final String AURORA = "connectors/mysql-aurora.md";
    private static final Pattern SPEC = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+\\.md)\\)");

    @TempDir
    private static Path written;

    @TempDir
    private Path specs;

    @BeforeAll
    static void write() {
        Ended describe = LavaProgram.assembled().run("describe", "--all", written);
        assertEquals(0, describe.status(), describe.err());
    }

    @Test
    void thePagesInDocsAreWhatTheDistributionSaysOfItself() {
        List<String> stale = new ArrayList<>();
        for (String page : pages(written)) {
            Path there = DOCS.resolve(page);
            if (!Files.exists(there) || !Sources.text(there).equals(Sources.text(written.resolve(page)))) {
                stale.add(page);
            }
        }
        pages(DOCS).stream().filter(page -> !pages(written).contains(page)).forEach(stale::add);
        assertEquals(List.of(), stale, "docs/reference is stale: run 'make docs', and commit what it writes");
    }

    @Test
    void everyTypeHasAPage() {
        assertEquals(
                List.of(
                        "README.md",
                        "cli.md",
                        "connectors/mariadb-rds.md",
                        "connectors/mariadb.md",
                        AURORA,
                        "connectors/mysql-rds.md",
                        "connectors/mysql.md",
                        "jobs/db_from_s3.md",
                        "jobs/exe.md",
                        "jobs/pkg.md",
                        "realm.md"),
                pages(written));
    }

    /** Its table is compared row by row by {@link PageTest}. */
    @Test
    void thePageOfAuroraHasEveryExampleOfThePageThatItWasMadeFrom() throws IOException {
        String ours = Sources.text(written.resolve(AURORA));
        List<String> examples = Page.examples();

        assertEquals(4, examples.size());
        examples.forEach(example -> assertTrue(ours.contains(example), example));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The same as mariadb-rds and mysql-rds.",
                "Fields with a Required column marked with * can have a value provided directly in the connection"
                        + " specification or indirectly via AWS Secrets Manager using the secret_id field",
                "job can take advantage of an AWS facility to load data directly from S3",
                "job types, and with lava cli, the connection is implemented by the mysql CLI. Apart from the connection"
                        + " parameters, it is invoked with the following options:",
                "If the password field is not present in the connection specification, lava will attempt to generate"
                        + " temporary IAM credentials using the generate-db-auth-token mechanism",
                "The specified user must already exist in the database. Enable IAM authentication for a user thus:",
                "The IAM policy attached to the worker will need to contain an element something like this:",
                "The DB instance ID for use in the IAM policy can be obtained thus:",
                "SSL is mandatory when using temporary IAM user credentials"
            })
    void thePageOfAuroraSaysWhatThePageSaysThatItWasMadeFrom(String sentence) {
        String ours = Page.words(Page.plain(Sources.text(written.resolve(AURORA))));

        assertTrue(ours.contains(sentence), ours);
    }

    @Test
    void everySpecOnAPageIsValid() throws IOException {
        int count = 0;
        for (String page : pages(written)) {
            for (MatchResult spec :
                    SPEC.matcher(Sources.text(written.resolve(page))).results().toList()) {
                // The same id may be on several pages: a folder of its own makes it another spec.
                Path folder = Files.createDirectories(specs.resolve("" + ++count));
                Files.writeString(folder.resolve("spec.yaml"), spec.group(1));
            }
        }
        assertEquals(9, count);
        Ended validate = LavaProgram.assembled().run("validate", specs);
        assertEquals("9 specs, 0 faults", validate.out().strip(), validate.err());
    }

    @Test
    void everyLinkLeadsToAPage() {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (String page : pages(written)) {
            Path file = written.resolve(page);
            for (MatchResult link : LINK.matcher(Sources.text(file)).results().toList()) {
                links++;
                if (!Files.exists(file.resolveSibling(link.group(1)))) {
                    dead.add(page + ": " + link.group(1));
                }
            }
        }
        assertTrue(links > 20, links + " links");
        assertEquals(List.of(), dead);
    }

    private static List<String> pages(Path folder) {
        return Sources.in(folder)
                .map(file -> folder.relativize(file).toString())
                .sorted()
                .toList();
    }
}
