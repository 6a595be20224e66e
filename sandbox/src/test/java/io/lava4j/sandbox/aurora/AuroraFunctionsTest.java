package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraFunctionsTest {
    private static final Map<AuroraSetting, String> VALUES =
            Map.of(AuroraSetting.AURORA_VERSION, "3.05.2", AuroraSetting.AWS_DEFAULT_S3_ROLE, "arn:x");

    @Test
    void aWholeSelectItemKeepsItsName() {
        assertEquals("SELECT '3.05.2' AS `aurora_version()`", rewritten("SELECT aurora_version()"));
        assertEquals("select '3.05.2' AS `AURORA_VERSION ( )`;", rewritten("select AURORA_VERSION ( );"));
        assertEquals(
                "SELECT 1, '3.05.2' AS `@@aurora_version`, 'arn:x' AS `@@GLOBAL.aws_default_s3_role` FROM t",
                rewritten("SELECT 1, @@aurora_version, @@GLOBAL.aws_default_s3_role FROM t"));
        assertEquals(
                "SELECT '3.05.2' AS `@@``aurora_version``` LIMIT 1", rewritten("SELECT @@`aurora_version` LIMIT 1"));
        assertEquals(
                "SELECT a FROM (SELECT DISTINCT '3.05.2' AS `aurora_version()`) t",
                rewritten("SELECT a FROM (SELECT DISTINCT aurora_version()) t"));
    }

    @Test
    void elsewhereOnlyTheValueStands() {
        assertEquals("SELECT '3.05.2' AS v", rewritten("SELECT aurora_version() AS v"));
        assertEquals("SELECT '3.05.2' v, 2", rewritten("SELECT @@aurora_version v, 2"));
        assertEquals("SELECT CONCAT(1, '3.05.2', 2)", rewritten("SELECT CONCAT(1, aurora_version(), 2)"));
        assertEquals("SELECT 1 FROM t WHERE v = '3.05.2'", rewritten("SELECT 1 FROM t WHERE v = aurora_version()"));
        assertEquals("SELECT 1 FROM t ORDER BY 1, '3.05.2'", rewritten("SELECT 1 FROM t ORDER BY 1, aurora_version()"));
        assertEquals("SET @v = '3.05.2'", rewritten("SET @v = @@aurora_version"));
        assertEquals("INSERT INTO t VALUES ('3.05.2')", rewritten("INSERT INTO t VALUES (aurora_version())"));
        assertEquals("SELECT ('3.05.2')", rewritten("SELECT (aurora_version())"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'aurora_version()', \"@@aurora_version\", `@@aurora_version`",
                "SELECT 1 -- aurora_version()\n, 2 /* @@aurora_version */",
                "SELECT aurora_version, @aurora_version, @@session.aurora_version, @@aurora_versions",
                "SELECT s.aurora_version()",
                "CREATE FUNCTION aurora_version() RETURNS INT RETURN 1",
                "SELECT @@",
                "SELECT aurora_version("
            })
    void whatOnlyLooksLikeItStays(String sql) {
        assertEquals(sql, rewritten(sql));
    }

    @Test
    void aCommentForThisVersionIsCode() {
        assertEquals(
                "SELECT /*!80000 '3.05.2' AS `aurora_version()` */", rewritten("SELECT /*!80000 aurora_version() */"));
    }

    private static String rewritten(String sql) {
        Script script = Script.of(sql, Dialect.STANDARD);
        return script.with(new AuroraFunctions(script, VALUES).edits()).sql();
    }
}
