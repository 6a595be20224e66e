package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** SHOW STATUS, alone and without WHERE, of a session whose TLS ends here: the server behind knows nothing of it. */
final class ShowStatus {
    private ShowStatus() {}

    static boolean is(Script script) {
        var cursor = new Cursor(script.lexemes(), 0);
        boolean shows = cursor.takeAll("SHOW");
        cursor.take("SESSION", "LOCAL");
        boolean status = shows && cursor.takeAll("STATUS");
        cursor.take("LIKE").ifPresent(like -> cursor.takeString());
        cursor.take(lexeme -> lexeme.isSymbol(";"));
        return status && cursor.isAtEnd();
    }

    /** A query for what the server behind shows, and what is known here in its place. */
    static Verdict judge(Script script, Backend session) throws IOException, BackendException {
        List<List<String>> rows = session.query(script.sql());
        return rows.isEmpty() ? new Verdict.Pass() : ShowVariables.shown(with(session.status(), rows), script);
    }

    private static List<List<String>> with(Map<String, String> known, List<List<String>> rows) {
        return rows.stream()
                .map(row -> List.of(row.get(0), known.getOrDefault(row.get(0), row.get(1))))
                .toList();
    }
}
