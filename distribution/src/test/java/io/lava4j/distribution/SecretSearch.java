package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for every secret of a place in what is written, and in what is left. */
record SecretSearch(Workplace place, Path temporary) {

    private static final List<String> PARTS_OF_TOKENS = List.of("X-Amz-Signature=", "Action=connect", "DBUser");

    /** Nor in any file that is there now. */
    void findsNothingIn(String text) {
        assertHoldsNothing(text);
        Stream.of(place.specs(), temporary)
                .flatMap(Sources::in)
                .map(SecretSearch::content)
                .forEach(this::assertHoldsNothing);
    }

    void findsNothingLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void assertHoldsNothing(String text) {
        for (String secret :
                List.of(place.database().password(), SecrecyTest.WRONG, SecrecyTest.ACCESS_KEY, SecrecyTest.SESSION)) {
            assertEquals("", new SecretForms(secret).in(text), text);
        }
        PARTS_OF_TOKENS.forEach(part -> assertFalse(text.contains(part), text));
    }

    /** Byte by byte, whatever it is. */
    static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
