package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class AuroraStatementsTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/sandbox-s3";

    private AuroraBehind aurora;
    private JdbcBackend session;

    @BeforeEach
    void connect(Sandbox sandbox) throws IOException, SQLException {
        aurora = AuroraBehind.of(sandbox);
        session = aurora.session();
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void theVersionAnswersAsAFunctionAndAsAVariable() throws SQLException, IOException {
        assertEquals(
                List.of(List.of("3.05.2", "3.05.2", ROLE, "v3.05.2")),
                session.run("SELECT aurora_version(), @@aurora_version, @@global.aws_default_s3_role,"
                        + " CONCAT('v', aurora_version())"));
    }

    @Test
    void whatIsSetIsWhatAnswers() throws SQLException, IOException {
        aurora.settings().set(AuroraSetting.AURORA_VERSION, "3.08.0");

        assertEquals(List.of(List.of("3.08.0")), session.run("SELECT aurora_version()"));
    }

    @Test
    void aColumnIsCalledByItsSource() {
        Verdict verdict = judged("SELECT AURORA_VERSION( ) FROM dual");

        assertEquals(
                "SELECT '3.05.2' AS `AURORA_VERSION( )` FROM dual",
                assertInstanceOf(Verdict.Replaced.class, verdict).sql());
    }

    @Test
    void quotesAreReadAsTheSessionsModeHasThem() throws SQLException, IOException {
        assertEquals(List.of(List.of("aurora_version()")), session.run("SELECT \"aurora_version()\""));
        session.run("SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");

        assertEquals(List.of(List.of("\\", "3.05.2")), session.run("SELECT '\\', aurora_version() AS \"v\""));
    }

    @Test
    void aStatementWithNothingOfAuroraCostsTheServerNothing() {
        for (String sql : List.of("SELECT 1", "INSERT INTO t VALUES ('x'), (\"s3x\")", "SELECT ROW_COUNT()")) {
            assertEquals(new Verdict.Pass(), judgedWithoutServer(sql));
        }
    }

    @Test
    void aTextThatIsAllDataGoesByUnread() {
        String sql = "INSERT INTO t VALUES ('" + "x".repeat(1 << 20) + "', aurora_version())";

        assertEquals(new Verdict.Pass(), judgedWithoutServer(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SHOW VARIABLES LIKE 'aurora_version'|aurora_version",
                "show global variables like '%aws_default_s3_role%';|aws_default_s3_role",
                "SHOW SESSION VARIABLES LIKE 'AURORA\\_VERSION'|aurora_version",
                "SHOW VARIABLES LIKE 'a%rsion'|aurora_version,admin_tls_version",
            })
    void showVariablesShowsThemAmongTheServers(String sql, String names) throws SQLException, IOException {
        List<String> shown =
                session.run(sql).stream().map(row -> row.get(0)).sorted().toList();

        assertEquals(List.of(names.split(",")).stream().sorted().toList(), shown);
    }

    @Test
    void showVariablesWithoutAPatternShowsAll() throws SQLException, IOException {
        int servers = aurora.mysql().query("SHOW VARIABLES").size();

        List<List<String>> shown = session.run("SHOW VARIABLES");

        assertEquals(servers + 2, shown.size());
        assertEquals(true, shown.contains(List.of("aurora_version", "3.05.2")));
        assertEquals(true, shown.contains(List.of("aws_default_s3_role", ROLE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOW VARIABLES LIKE 'version'", "SHOW VARIABLES WHERE Variable_name = 'aurora_version'"})
    void otherShowsPass(String sql) {
        assertEquals(new Verdict.Pass(), judged(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER 'u'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL",
                "ALTER USER 'u'@'%' identified with 'awsauthenticationplugin' as \"RDS\" REQUIRE SSL",
            })
    void anIamUserIsMadeWithWhatTheServerKnows(String sql) {
        var replaced = assertInstanceOf(Verdict.Replaced.class, judged(sql));

        assertEquals(sql.substring(0, sql.indexOf("%' ") + 3) + "IDENTIFIED BY 'secret' REQUIRE SSL", replaced.sql());
    }

    @Test
    void aPreparedStatementIsReadToo() throws IOException {
        Statements statements = aurora.statements();

        assertEquals(
                new Verdict.Replaced("SELECT '3.05.2' AS `aurora_version()`, ?"),
                statements.judgePrepared("SELECT aurora_version(), ?", session));
        assertEquals(new Verdict.Pass(), statements.judgePrepared("SELECT ?", session));
        assertEquals(
                new Verdict.Refused(
                        1295, "HY000", "This command is not supported in the prepared statement protocol yet"),
                statements.judgePrepared("LOAD DATA FROM S3 ? INTO TABLE t".replace("?", "'s3://b/k'"), session));
    }

    @Test
    void anotherWordForRdsIsRefusedByTheServer() {
        var failure = assertThrows(
                SQLException.class, () -> new JdbcBackend(aurora.mysql().connect(), aurora.statements())
                        .run("CREATE USER u IDENTIFIED WITH AWSAuthenticationPlugin AS 'EC2'"));

        assertEquals("Plugin 'AWSAuthenticationPlugin' is not loaded", failure.getMessage());
    }

    private Verdict judged(String sql) {
        try {
            return aurora.statements().judge(sql, session);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whoever asks this session anything fails. */
    private Verdict judgedWithoutServer(String sql) {
        try {
            session.close();
            return judged(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
