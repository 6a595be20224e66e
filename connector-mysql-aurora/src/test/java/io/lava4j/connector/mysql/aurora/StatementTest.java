package io.lava4j.connector.mysql.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.spi.LoadRequest.Duplicates;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static final String CLAUSES = " INTO TABLE `sales`.`staging` CHARACTER SET utf8mb4 FIELDS TERMINATED BY ','"
            + " ENCLOSED BY '' ESCAPED BY '\\\\' LINES TERMINATED BY X'0A' IGNORE 1 LINES";

    private final AuroraS3LoadPath path = new AuroraS3LoadPath();

    @ParameterizedTest
    @CsvSource({"FAIL, IGNORE", "IGNORE, IGNORE", "REPLACE, REPLACE"})
    void ignoreIsAlwaysWrittenButWhereTheJobReplaces(Duplicates duplicates, String keyword) {
        assertEquals(
                "LOAD DATA FROM S3 FILE 's3-ap-southeast-2://exports/a/b.csv' " + keyword + CLAUSES,
                statement(Objects.IN_SYDNEY, duplicates, "a/b.csv"));
    }

    @Test
    void theKeyIsTakenAsItIs() {
        assertEquals(
                "LOAD DATA FROM S3 FILE 's3-ap-southeast-2://exports/it''s 100%25 \\\\n Ünïcode \uD83D\uDE00' IGNORE"
                        + CLAUSES,
                statement(Objects.IN_SYDNEY, Duplicates.FAIL, "it's 100%25 \\n Ünïcode \uD83D\uDE00"));
    }

    @Test
    void theRegionIsTheBucketsOwnAndNoneWhereTheStoreKnowsNone() {
        assertEquals(
                "LOAD DATA FROM S3 FILE 's3-eu-west-1://exports/k' IGNORE" + CLAUSES,
                statement(new Objects(Map.of("exports", "eu-west-1")), Duplicates.FAIL, "k"));
        assertEquals(
                "LOAD DATA FROM S3 FILE 's3://exports/k' IGNORE" + CLAUSES,
                statement(new Objects(Map.of()), Duplicates.FAIL, "k"));
    }

    private String statement(Objects store, Duplicates duplicates, String key) {
        return path.statement(store.load(duplicates), "`sales`.`staging`", Objects.object(key, 1));
    }
}
