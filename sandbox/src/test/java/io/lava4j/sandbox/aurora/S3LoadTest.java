package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3LoadTest {
    @Test
    void allThatFollowsIntoTableStaysAsItWasWritten() {
        String rest = "INTO TABLE `t``x` PARTITION (p0, p1) CHARACTER SET utf8mb4 COLUMNS TERMINATED BY ','"
                + " OPTIONALLY ENCLOSED BY '\"' ESCAPED BY '\\\\' LINES STARTING BY 'x' TERMINATED BY X'0a'"
                + " IGNORE 1 ROWS (a, @b) SET c = @b -- the end";
        assertEquals("LOAD DATA INFILE '/f' IGNORE " + rest, rewritten("LOAD DATA FROM S3 's3://b/k' " + rest));
    }

    @Test
    void fromMayBeLeftOutAndKeywordsAreWrittenInAnyCase() {
        assertEquals("load data INFILE '/f' IGNORE into table t", rewritten("load data s3 's3://b/k' into table t"));
    }

    @Test
    void ignoreAndReplaceStayAsTheyAre() {
        assertEquals(
                "LOAD DATA INFILE '/f' IGNORE INTO TABLE t", rewritten("LOAD DATA S3 's3://b/k' IGNORE INTO TABLE t"));
        assertEquals(
                "LOAD DATA INFILE '/f' REPLACE INTO TABLE t",
                rewritten("LOAD DATA S3 's3://b/k' REPLACE INTO TABLE t"));
    }

    @Test
    void theSourceIsAFileUnlessItIsSaid() {
        assertEquals(
                S3Load.Source.FILE,
                load("LOAD DATA FROM S3 's3://b/k' INTO TABLE t").source());
        assertEquals(
                S3Load.Source.FILE,
                load("LOAD DATA FROM S3 file 's3://b/k' INTO TABLE t").source());
        assertEquals(
                S3Load.Source.PREFIX,
                load("LOAD DATA S3 Prefix 's3://b/k' INTO TABLE t").source());
        assertEquals(
                S3Load.Source.MANIFEST,
                load("LOAD DATA FROM S3 MANIFEST 's3://b/k' INTO TABLE t").source());
    }

    @Test
    void commentsMayStandAnywhereEvenOneForThisVersionThatEndsLater() {
        assertEquals(
                "/* INTO TABLE */ LOAD # 's3'\n DATA INFILE /**/ '/f' IGNORE INTO TABLE t",
                rewritten("/* INTO TABLE */ LOAD # 's3'\n DATA FROM S3 PREFIX /**/ 's3://b/k' INTO TABLE t"));
        assertEquals(
                "LOAD DATA /*!80000 INFILE '/f' IGNORE INTO TABLE t */",
                rewritten("LOAD DATA /*!80000 FROM S3 's3://b/k' INTO TABLE t */"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD DATA LOCAL INFILE 's3://b/k' INTO TABLE t",
                "LOAD DATA LOCAL FROM S3 's3://b/k' INTO TABLE t",
                "LOAD XML FROM S3 's3://b/k' INTO TABLE t",
                "LOAD DATA FROM S3 FOLDER 's3://b/k' INTO TABLE t",
                "LOAD DATA FROM S3 INTO TABLE t",
                "LOAD DATA FROM S3 's3://b/k' TABLE t",
                "LOAD DATA FROM S3 's3://b/k' INTO t",
                "LOAD DATA FROM S3 `s3://b/k` INTO TABLE t",
                "LOAD DATA FROM 's3://b/k' INTO TABLE t",
                "LOAD DATA",
                "SELECT 'LOAD DATA FROM S3 ''s3://b/k'' INTO TABLE t'",
                "/*!90000 LOAD DATA FROM S3 's3://b/k' INTO TABLE t */"
            })
    void whatTheGrammarDoesNotHaveIsNone(String sql) {
        assertTrue(S3Load.in(Script.of(sql, Dialect.STANDARD)).isEmpty());
    }

    @Test
    void aUriHasAnOptionalRegionAndAKeyThatIsTakenAsItStands() {
        assertEquals(new S3Uri("b", "k"), S3Uri.parse("s3://b/k").orElseThrow());
        assertEquals(
                new S3Uri("my-data", "a b/%20'ü\n//x"),
                S3Uri.parse("s3-us-west-2://my-data/a b/%20'ü\n//x").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3://", "s3://b", "s3:///k", "http://b/k", "s3-://b/k", "b/k", " s3://b/k"})
    void whatIsNoUriIsNone(String text) {
        assertTrue(S3Uri.parse(text).isEmpty());
    }

    private static S3Load load(String sql) {
        return S3Load.in(Script.of(sql, Dialect.STANDARD)).orElseThrow();
    }

    private static String rewritten(String sql) {
        return load(sql).infile("/f").replaceAll(" +", " ");
    }
}
