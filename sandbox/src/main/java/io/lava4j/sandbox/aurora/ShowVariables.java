package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SHOW VARIABLES, alone and without WHERE, whose pattern fits a variable of Aurora's.
 *
 * @param added those that fit, with their values
 */
record ShowVariables(List<List<String>> added) {
    private static final Pattern PIECE = Pattern.compile("\\\\.|.", Pattern.DOTALL);

    static Optional<ShowVariables> of(Script script, Map<AuroraSetting, String> values) {
        var cursor = new Cursor(script.lexemes(), 0);
        boolean shows = cursor.takeAll("SHOW");
        cursor.take("GLOBAL", "SESSION", "LOCAL");
        boolean variables = shows && cursor.takeAll("VARIABLES");
        String pattern = cursor.take("LIKE")
                .flatMap(like -> cursor.takeString())
                .map(script.dialect()::value)
                .orElse("%");
        cursor.take(lexeme -> lexeme.isSymbol(";"));
        return variables && cursor.isAtEnd()
                ? Optional.of(new ShowVariables(fitting(pattern, values))).filter(show -> !show.added.isEmpty())
                : Optional.empty();
    }

    /** A query for what the server behind shows, and ours among it. */
    Verdict judge(Script script, Backend session) throws IOException, BackendException {
        var rows = new ArrayList<>(session.query(script.sql()));
        rows.addAll(added);
        rows.sort(Comparator.comparing(row -> row.get(0)));
        return shown(rows, script);
    }

    /** A query whose rows these are: names and values. */
    static Verdict shown(List<List<String>> rows, Script script) {
        return new Verdict.Replaced(rows.stream()
                .map(row -> "SELECT " + script.dialect().literal(row.get(0)) + " AS Variable_name, "
                        + script.dialect().literal(row.get(1)) + " AS Value")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private static List<List<String>> fitting(String pattern, Map<AuroraSetting, String> values) {
        String expression = PIECE.matcher(pattern)
                .results()
                .map(piece -> expression(piece.group()))
                .collect(Collectors.joining());
        Pattern wanted = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return AuroraSetting.variables()
                .filter(setting -> wanted.matcher(setting.label()).matches())
                .map(setting -> List.of(setting.label(), values.getOrDefault(setting, "")))
                .toList();
    }

    private static String expression(String piece) {
        return switch (piece) {
            case "%" -> ".*";
            case "_" -> ".";
            default -> Pattern.quote(piece.length() == 2 ? piece.substring(1) : piece);
        };
    }
}
