package io.lava4j.sandbox.aurora;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'} in CREATE USER and ALTER USER.
 *
 * @param clause what the server behind knows instead
 */
record IamIdentification(String clause) {
    List<Edit> edits(Script script) {
        List<Lexeme> lexemes = script.lexemes();
        return IntStream.range(0, lexemes.size())
                .filter(at -> lexemes.get(at).isWord("IDENTIFIED"))
                .mapToObj(at -> edit(lexemes, at, script.dialect()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Edit> edit(List<Lexeme> lexemes, int at, Dialect dialect) {
        var cursor = new Cursor(lexemes, at);
        boolean plugin = cursor.takeAll("IDENTIFIED", "WITH")
                && cursor.take(lexeme -> names(lexeme, "AWSAuthenticationPlugin", dialect))
                        .isPresent()
                && cursor.takeAll("AS");
        return cursor.takeString()
                .filter(value -> plugin && dialect.value(value).equals("RDS"))
                .map(value -> new Edit(lexemes.get(at).start(), value.end(), clause));
    }

    /** A plugin may be named by a word, an identifier or a text. */
    private static boolean names(Lexeme lexeme, String plugin, Dialect dialect) {
        return lexeme.names(plugin)
                || lexeme.kind() == Lexeme.Kind.STRING && dialect.value(lexeme).equalsIgnoreCase(plugin);
    }
}
