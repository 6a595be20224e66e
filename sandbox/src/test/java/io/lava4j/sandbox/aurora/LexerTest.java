package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {
    @Test
    void wordsNamesTextsAndSymbolsStandForThemselves() {
        assertEquals(
                List.of("SELECT", "a1", ",", "`b``c`", ",", "'d''e'", ",", "\"f\"\"g\"", ",", "@@", "h", ".", "$i"),
                texts("SELECT a1,`b``c`, 'd''e',\"f\"\"g\", @@h.$i"));
    }

    @Test
    void lettersOfAnyScriptMakeWords() {
        assertEquals(List.of("größe", "=", "表"), texts("größe=表"));
    }

    @Test
    void commentsOfAllThreeKindsAreSkipped() {
        assertEquals(List.of("SELECT", "1", "+", "2"), texts("SELECT # 'x\n1 -- \"x\n + /* `x */ 2 --\n# the end"));
    }

    @Test
    void twoDashesBeforeADigitAreTwoMinusSigns() {
        assertEquals(List.of("5", "-", "-", "3"), texts("5--3"));
    }

    @Test
    void aCommentForThisVersionOrForAnyIsCodeAndAComment() {
        assertEquals(List.of("a", "b", "c", "d"), texts("a /*!80000 b*/ /*! c /* no */ */ d"));
    }

    @Test
    void aCommentForALaterVersionIsAComment() {
        assertEquals(List.of("a", "d"), texts("a /*!90000 b*/ /*!100500 c*/ d"));
    }

    @Test
    void aHintIsAComment() {
        assertEquals(List.of("SELECT", "1"), texts("SELECT /*+ MAX_EXECUTION_TIME(9) */ 1"));
    }

    @Test
    void whatLooksLikeACommentWithinATextIsText() {
        assertEquals(List.of("'a -- b'", "'/*'", "'#'"), texts("'a -- b' '/*' '#'"));
    }

    @Test
    void aBackslashEscapesAQuoteUnlessTheModeForbidsIt() {
        assertEquals(List.of("'a\\' '", "b"), texts("'a\\' 'b"));
        assertEquals(
                List.of("'a\\'", "'b'"), texts("'a\\' 'b'", Dialect.of("STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES")));
    }

    @Test
    void aBackslashIsNothingSpecialInAName() {
        assertEquals(List.of("`a\\`", "b"), texts("`a\\` b"));
        assertEquals(List.of("\"a\\\"", "b"), texts("\"a\\\" b", Dialect.of("ANSI_QUOTES")));
    }

    @Test
    void doubleQuotesMakeATextOrUnderAnsiQuotesAName() {
        assertEquals(
                Lexeme.Kind.STRING,
                Lexer.lexemes("\"a\"", Dialect.STANDARD).get(0).kind());
        assertEquals(
                Lexeme.Kind.NAME,
                Lexer.lexemes("\"a\"", Dialect.of("ANSI_QUOTES")).get(0).kind());
    }

    @Test
    void whatIsNeverClosedGoesOnToTheEnd() {
        assertEquals(List.of("a", "'b c"), texts("a 'b c"));
        assertEquals(List.of("a"), texts("a /* b"));
        assertEquals(List.of("a", "'b\\"), texts("a 'b\\"));
    }

    @Test
    void aTextStandsForWhatItsEscapesSay() {
        assertEquals("it's \"q\" \\ %20 \n \\%", value("'it''s \"q\" \\\\ %20 \\n \\%'"));
        assertEquals("a\"b'", value("\"a\"\"b\\'\""));
        assertEquals("a\\n", Dialect.of("NO_BACKSLASH_ESCAPES").value(new Lexeme(Lexeme.Kind.STRING, "'a\\n'", 0)));
    }

    @Test
    void aLiteralOfATextStandsForTheText() {
        for (Dialect dialect : List.of(Dialect.STANDARD, Dialect.of("NO_BACKSLASH_ESCAPES"))) {
            String text = "it's \\ 'q' \\n";
            List<Lexeme> lexemes = Lexer.lexemes(dialect.literal(text), dialect);
            assertEquals(1, lexemes.size());
            assertEquals(text, dialect.value(lexemes.get(0)));
        }
    }

    private static String value(String literal) {
        return Dialect.STANDARD.value(Lexer.lexemes(literal, Dialect.STANDARD).get(0));
    }

    private static List<String> texts(String sql) {
        return texts(sql, Dialect.STANDARD);
    }

    private static List<String> texts(String sql, Dialect dialect) {
        return Lexer.lexemes(sql, dialect).stream().map(Lexeme::text).toList();
    }
}
