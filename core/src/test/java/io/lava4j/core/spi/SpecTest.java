package io.lava4j.core.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.InvalidSpecException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpecTest {

    private static final Path DIRECTORY = Path.of("specs").toAbsolutePath();

    private static Spec spec(Map<String, Object> fields) {
        return new Spec("job 'j'", fields, DIRECTORY, pointer -> "j.yaml:1:1");
    }

    @Test
    void anAbsentFieldAndOneThatIsNullAreTheSame() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("a", null);

        assertEquals(Optional.empty(), spec(fields).text("a"));
        assertEquals(true, spec(fields).flag("a", true));
        assertEquals(Map.of(), spec(fields).object("a").fields());
        assertEquals(List.of(), spec(fields).texts("b"));
    }

    @Test
    void messagesNameTheWayToANestedField() {
        Spec inner =
                spec(Map.of("a", Map.of("b", Map.of("n", "x")))).object("a").object("b");

        assertEquals(
                "job 'j' is not valid, 1 fault:\n  j.yaml:1:1: /a/b/n: is not a whole number, 0 or more",
                assertThrows(InvalidSpecException.class, () -> inner.number("n"))
                        .getMessage());
        assertEquals(
                "job 'j' is not valid, 1 fault:\n  j.yaml:1:1: /a/b/m: is required",
                assertThrows(InvalidSpecException.class, () -> inner.required("m"))
                        .getMessage());
    }

    @Test
    void aRelativePathIsWithinTheSpecsOwnDirectory() {
        assertEquals(
                Optional.of(DIRECTORY.resolve("ca.pem")),
                spec(Map.of("f", "ca.pem")).path("f"));
        assertEquals(
                Optional.of(Path.of("/etc/ca.pem")),
                spec(Map.of("f", "/etc/ca.pem")).path("f"));
    }

    @Test
    void whatNoFileSystemCanNameIsNoPath() {
        assertEquals(
                "job 'j' is not valid, 1 fault:\n  j.yaml:1:1: /f: is not a file's path",
                assertThrows(InvalidSpecException.class, () -> spec(Map.of("f", "a\0b"))
                                .path("f"))
                        .getMessage());
    }

    @Test
    void aListThatHoldsMoreThanStringsIsNoListOfStrings() {
        assertEquals(
                "job 'j' is not valid, 1 fault:\n  j.yaml:1:1: /l: is not a list of strings",
                assertThrows(InvalidSpecException.class, () -> spec(Map.of("l", List.of("a", 1)))
                                .texts("l"))
                        .getMessage());
    }

    @Test
    void numbersOfAnyTypeAreBounded() {
        for (Number number :
                List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300, new java.math.BigDecimal("1e1000000000"))) {
            assertThrows(
                    InvalidSpecException.class, () -> spec(Map.of("n", number)).number("n"));
            assertThrows(
                    InvalidSpecException.class, () -> spec(Map.of("n", number)).size("n"));
            assertThrows(
                    InvalidSpecException.class, () -> spec(Map.of("n", number)).duration("n"));
        }
    }

    @Test
    void itsFieldsCannotBeChanged() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> spec(Map.of()).fields().put("a", 1));
    }
}
