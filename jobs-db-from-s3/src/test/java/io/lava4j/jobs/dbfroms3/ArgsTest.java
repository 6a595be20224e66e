package io.lava4j.jobs.dbfroms3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.InvalidSpecException;
import io.lava4j.core.spi.LoadRequest.Compression;
import io.lava4j.core.spi.LoadRequest.Duplicates;
import io.lava4j.core.spi.LoadRequest.Format;
import io.lava4j.core.spi.Spec;
import io.lava4j.jobs.dbfroms3.LoadOptions.Selection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgsTest {

    @Test
    void withoutArgsADataFileIsWhatMySqlTakesItFor() {
        LoadOptions options = options();

        assertEquals(
                new LoadOptions(
                        Selection.FILE,
                        Duplicates.FAIL,
                        List.of(),
                        new Format("\t", "", false, "\\", "\n", 0, "utf8mb4", Compression.NONE, Optional.empty())),
                options);
    }

    @Test
    void everyKeywordIsRead() {
        LoadOptions options = options(
                "PREFIX",
                "IGNORE",
                "PARTITION (p1, p2)",
                "DELIMITER ','",
                "QUOTE OPTIONAL '\"'",
                "ESCAPE '\"'",
                "TERMINATOR DOS",
                "HEADER 2",
                "ENCODING latin1",
                "GZIP",
                "NULL 'NA'");

        assertEquals(
                new LoadOptions(
                        Selection.PREFIX,
                        Duplicates.IGNORE,
                        List.of("p1", "p2"),
                        new Format(",", "\"", true, "\"", "\r\n", 2, "latin1", Compression.GZIP, Optional.of("NA"))),
                options);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("file", LoadOptions::selection, Selection.FILE),
                accepted("manifest", LoadOptions::selection, Selection.MANIFEST),
                accepted("  Prefix  ", LoadOptions::selection, Selection.PREFIX),
                accepted("replace", LoadOptions::duplicates, Duplicates.REPLACE),
                accepted("PARTITION(p1)", LoadOptions::partitions, List.of("p1")),
                accepted("partition ( p1 ,p2,p3 )", LoadOptions::partitions, List.of("p1", "p2", "p3")),
                format("DELIMITER'|'", Format::delimiter, "|"),
                format("delimiter '\\t'", Format::delimiter, "\t"),
                format("DELIMITER ' '", Format::delimiter, " "),
                format("DELIMITER ' , '", Format::delimiter, " , "),
                format("DELIMITER ''''", Format::delimiter, "'"),
                format("DELIMITER '\\''", Format::delimiter, "'"),
                format("DELIMITER '(a),''b'", Format::delimiter, "(a),'b"),
                format("DELIMITER '\\0\\b\\n\\r\\Z\\\"'", Format::delimiter, "\0\b\n\r\u001a\""),
                format("NULL '\\%\\_'", Format::nullText, Optional.of("\\%\\_")),
                format("DELIMITER '\\x\\T'", Format::delimiter, "xT"),
                format("DELIMITER '§'", Format::delimiter, "§"),
                format("QUOTE '\"'", Format::quote, "\""),
                format("QUOTE '\"'", Format::quoteOptional, false),
                format("quote optional '\"'", Format::quoteOptional, true),
                format("QUOTE ''", Format::quote, ""),
                format("ESCAPE ''", Format::escape, ""),
                format("ESCAPE '\\\\'", Format::escape, "\\"),
                format("ESCAPE '😀'", Format::escape, "😀"),
                format("TERMINATOR unix", Format::terminator, "\n"),
                format("TERMINATOR dos", Format::terminator, "\r\n"),
                format("TERMINATOR '|\\n'", Format::terminator, "|\n"),
                format("HEADER", Format::headerLines, 1),
                format("header 0", Format::headerLines, 0),
                format("HEADER 12", Format::headerLines, 12),
                format("ENCODING UTF8", Format::encoding, "utf8mb4"),
                format("ENCODING utf8mb3", Format::encoding, "utf8mb4"),
                format("encoding CP1252", Format::encoding, "cp1252"),
                format("zstd", Format::compression, Compression.ZSTD),
                format("NULL ''", Format::nullText, Optional.of("")),
                format("NULL 'N A'", Format::nullText, Optional.of("N A")));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("accepted")
    void anArgIsReadAsItsValue(String arg, Function<LoadOptions, Object> part, Object expected) {
        assertEquals(expected, part.apply(options(arg)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("", "'' has nothing where a load option such as HEADER was expected"),
                refused("'x'", "''x'' has ''x'' where a load option such as HEADER was expected"),
                refused("DELIMETER ','", "'DELIMETER' is not a load option, did you mean 'DELIMITER'?"),
                refused("header1", "'header1' is not a load option, did you mean 'HEADER'?"),
                refused(
                        "BLANKSASNULL",
                        "'BLANKSASNULL' is not a load option, expected one of FILE, PREFIX, MANIFEST, IGNORE, REPLACE,"
                                + " PARTITION, DELIMITER, QUOTE, ESCAPE, TERMINATOR, HEADER, ENCODING, GZIP, ZSTD, NULL"),
                refused("FILE x", "'FILE x' has 'x' too much"),
                refused("GZIP 9", "'GZIP 9' has '9' too much"),
                refused("PARTITION p1", "'PARTITION p1' has 'p1' where '(' was expected"),
                refused("PARTITION ()", "'PARTITION ()' has ')' where a name was expected"),
                refused("PARTITION (p1", "'PARTITION (p1' has nothing where ')' was expected"),
                refused("PARTITION (p1,)", "'PARTITION (p1,)' has ')' where a name was expected"),
                refused("DELIMITER", "'DELIMITER' has nothing where a string in single quotes was expected"),
                refused("DELIMITER ,", "'DELIMITER ,' has ',' where a string in single quotes was expected"),
                refused(
                        "DELIMITER \",\"",
                        "'DELIMITER \",\"' has '\",\"' where a string in single quotes was expected"),
                refused("DELIMITER ''", "'DELIMITER ''' has an empty string, expected at least one character"),
                refused("DELIMITER ',' x", "'DELIMITER ',' x' has 'x' too much"),
                refused(
                        "ESCAPE '\\'",
                        "'ESCAPE '\\'' has a string that does not end, expected a closing single quote;"
                                + " a backslash in it is written \\\\, a quote ''"),
                refused(
                        "QUOTE 'ab'",
                        "'QUOTE 'ab'' has more than one character between the quotes, expected one, or none"),
                refused(
                        "QUOTE OPTIONALLY '\"'",
                        "'QUOTE OPTIONALLY '\"'' has 'OPTIONALLY '\"'' where a string in single quotes was expected"),
                refused(
                        "TERMINATOR MAC",
                        "'TERMINATOR MAC' has 'MAC' where DOS, UNIX or a string in single quotes was expected"),
                refused("TERMINATOR ''", "'TERMINATOR ''' has an empty string, expected at least one character"),
                refused("HEADER -1", "'HEADER -1' has '-1' where a number of lines was expected"),
                refused(
                        "HEADER 9999999999",
                        "'HEADER 9999999999' has '9999999999' where a number of lines was expected"),
                refused("HEADER 1 2", "'HEADER 1 2' has '2' too much"),
                refused("ENCODING", "'ENCODING' has nothing where the name of a character set was expected"),
                refused(
                        "ENCODING utf-8",
                        "'utf-8' is not the name of a character set as MySQL has them,"
                                + " expected one such as utf8mb4 or latin1"),
                refused("ENCODING UTF16", "no server loads files in 'UTF16', convert them to UTF-8"),
                refused("NULL NA", "'NULL NA' has 'NA' where a string in single quotes was expected"),
                refused(
                        "DELIMITER '\\\\'",
                        "DELIMITER '\\\\' and ESCAPE '\\\\' (the default) cannot be told apart,"
                                + " expected that none begins with another"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aBadArgSaysWhatIsWrongWithIt(String arg, String message) {
        assertEquals(List.of("/parameters/args/0: " + message), faults(arg));
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheArgs() {
        List<String> faults = faults(
                "FILE",
                "HEADER x",
                "PREFIX",
                "DELIMITER '|'",
                "IGNORE",
                "DELIMITER ','",
                "BOGUS",
                "REPLACE",
                "ZSTD",
                "GZIP");

        assertEquals(
                List.of(
                        "/parameters/args/1: 'HEADER x' has 'x' where a number of lines was expected",
                        "/parameters/args/2: PREFIX and FILE exclude each other, expected one",
                        "/parameters/args/5: 'DELIMITER ','' repeats DELIMITER of /args/3, expected it once",
                        "/parameters/args/6: 'BOGUS' is not a load option, expected one of FILE, PREFIX, MANIFEST,"
                                + " IGNORE, REPLACE, PARTITION, DELIMITER, QUOTE, ESCAPE, TERMINATOR, HEADER, ENCODING,"
                                + " GZIP, ZSTD, NULL",
                        "/parameters/args/7: REPLACE and IGNORE exclude each other, expected one",
                        "/parameters/args/9: GZIP and ZSTD exclude each other, expected one"),
                faults);
    }

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of(List.of("DELIMITER ','", "QUOTE ','"), 1, "DELIMITER ',' and QUOTE ','"),
                Arguments.of(List.of("ESCAPE '|'", "DELIMITER '||'"), 1, "DELIMITER '||' and ESCAPE '|'"),
                Arguments.of(
                        List.of("TERMINATOR DOS", "DELIMITER '\\r'"), 1, "DELIMITER '\\r' and TERMINATOR '\\r\\n'"),
                Arguments.of(List.of("DELIMITER '\\n\\n'"), 0, "DELIMITER '\\n\\n' and TERMINATOR '\\n' (the default)"),
                Arguments.of(List.of("HEADER", "QUOTE '\\t'"), 1, "DELIMITER '\\t' (the default) and QUOTE '\\t'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void separatorsThatBeginAlikeAreAFaultOfTheLaterOne(List<String> args, int place, String clash) {
        assertEquals(
                List.of("/parameters/args/" + place + ": " + clash
                        + " cannot be told apart, expected that none begins with another"),
                faults(args.toArray(String[]::new)));
    }

    @Test
    void aSeparatorThatCouldNotBeReadIsNotComparedWithOthers() {
        List<String> faults = faults("DELIMITER x", "QUOTE '\\t'");

        assertEquals(
                List.of("/parameters/args/0: 'DELIMITER x' has 'x' where a string in single quotes was expected"),
                faults);
    }

    @Test
    void theErrorNamesTheJob() {
        InvalidSpecException refused = assertThrows(InvalidSpecException.class, () -> options("BOGUS 1", "HEADER 1 2"));

        assertEquals(
                "job 'nightly' is not valid, 2 faults:",
                refused.getMessage().lines().findFirst().orElseThrow());
    }

    private static Arguments accepted(String arg, Function<LoadOptions, Object> part, Object expected) {
        return Arguments.of(arg, part, expected);
    }

    private static Arguments format(String arg, Function<Format, Object> part, Object expected) {
        return accepted(arg, options -> part.apply(options.format()), expected);
    }

    private static Arguments refused(String arg, String message) {
        return Arguments.of(arg, message);
    }

    private static List<String> faults(String... args) {
        return assertThrows(InvalidSpecException.class, () -> options(args)).violations().stream()
                .map(violation -> violation.pointer() + ": " + violation.message())
                .toList();
    }

    private static LoadOptions options(String... args) {
        Spec job = new Spec(
                "job 'nightly'", Map.of("parameters", Map.of("args", Arrays.asList(args))), Path.of(""), pointer -> "");
        return Args.options(job.object("parameters"));
    }
}
