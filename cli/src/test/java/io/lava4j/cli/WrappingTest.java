package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void whatFitsIsLeftAlone() {
        assertEquals(List.of(""), new Wrapping(10).lines("", 2));
        assertEquals(List.of("ten  chars"), new Wrapping(10).lines("ten  chars", 2));
    }

    @Test
    void linesEndBetweenWordsAndGoOnIndented() {
        assertEquals(
                List.of("the quick", "  brown", "  fox", "  jumped"),
                new Wrapping(9).lines("the quick brown fox jumped", 2));
        assertEquals(List.of("the quick", "brown fox"), new Wrapping(9).lines("the quick brown fox", 0));
    }

    @Test
    void aWordThatFitsNoLineIsCut() {
        assertEquals(List.of("abcdefgh", "  ijklmn", "  op qr"), new Wrapping(8).lines("abcdefghijklmnop qr", 2));
        assertEquals(List.of("a", "  bcdefg", "  hij"), new Wrapping(8).lines("a bcdefghij", 2));
    }

    @Test
    void theBeginningKeepsItsBlanks() {
        assertEquals(List.of("  sql  SELECT", "       1"), new Wrapping(13).lines("  sql  SELECT 1", 7));
        assertEquals(List.of("  abcdef", "    ghij"), new Wrapping(8).lines("  abcdefghij", 4));
    }

    @Test
    void blanksAtTheEndMakeNoLine() {
        assertEquals(List.of("abcd"), new Wrapping(4).lines("abcd   ", 2));
        assertEquals(List.of("ab", "  cd"), new Wrapping(4).lines("ab     cd ", 2));
    }
}
