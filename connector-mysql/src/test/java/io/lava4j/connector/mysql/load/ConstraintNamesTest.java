package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Constraints without the names that a table has. */
class ConstraintNamesTest {

    private static final ConstraintNames NAMES = new ConstraintNames(Set.of("up", "o`dd $1"));

    @Test
    void namesGoAndConstraintsStay() {
        assertEquals(
                List.of(
                        " FOREIGN KEY (a) REFERENCES t (b)",
                        "c INT  CHECK (c > 0)",
                        "d INT  CHECK(d > 0)",
                        "CONSTRAINT other CHECK (c > 1)"),
                NAMES.strippedFrom(List.of(
                        "CONSTRAINT Up FOREIGN KEY (a) REFERENCES t (b)",
                        "c INT constraint `o``dd $1` CHECK (c > 0)",
                        "d INT CONSTRAINT up\nCHECK(d > 0)".replace("\n", " "),
                        "CONSTRAINT other CHECK (c > 1)")));
    }

    @Test
    void whatIsQuotedIsLeftAlone() {
        List<String> columns = List.of(
                "a TEXT DEFAULT 'it''s CONSTRAINT up CHECK (\\' 1)'",
                "`CONSTRAINT up CHECK ` INT",
                "b TEXT DEFAULT \"CONSTRAINT up CHECK (1)\"",
                "CONSTRAINT up UNIQUE (a)");

        assertEquals(columns, NAMES.strippedFrom(columns));
    }
}
