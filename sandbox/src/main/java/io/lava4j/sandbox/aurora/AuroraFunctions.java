package io.lava4j.sandbox.aurora;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code aurora_version()}, {@code @@aurora_version} and {@code @@aws_default_s3_role}, also with {@code global.}, in
 * one script: each becomes its value, and where it is all of a select item the column keeps its name.
 */
final class AuroraFunctions {
    private static final Set<String> BEFORE_ITEM = Set.of("SELECT", "DISTINCT", "DISTINCTROW", "ALL", ",");
    private static final Set<String> AFTER_LIST = Set.of(
            "FROM",
            "INTO",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "ORDER",
            "LIMIT",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "FOR",
            ";");
    private static final Set<String> DEFINING = Set.of("FUNCTION", "PROCEDURE", ".");

    private final Script script;
    private final List<Lexeme> lexemes;
    private final Map<AuroraSetting, String> values;

    AuroraFunctions(Script script, Map<AuroraSetting, String> values) {
        this.script = script;
        this.lexemes = script.lexemes();
        this.values = values;
    }

    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        Deque<Boolean> inSelectList = new ArrayDeque<>(List.of(false));
        for (int at = 0; at < lexemes.size(); at++) {
            follow(lexemes.get(at), inSelectList);
            boolean inList = inSelectList.getFirst();
            Stream.concat(function(at).stream(), variable(at).stream())
                    .map(found -> edit(found, inList && isWholeItem(found)))
                    .forEach(edits::add);
        }
        return List.copyOf(edits);
    }

    /** Each parenthesis has a select list of its own, or none. */
    private static void follow(Lexeme lexeme, Deque<Boolean> inSelectList) {
        if (lexeme.isSymbol("(")) {
            inSelectList.push(false);
        } else if (lexeme.isSymbol(")") && inSelectList.size() > 1) {
            inSelectList.pop();
        } else if (lexeme.isWord("SELECT") || lexeme.isOneOf(AFTER_LIST)) {
            inSelectList.pop();
            inSelectList.push(lexeme.isWord("SELECT"));
        }
    }

    private Optional<Found> function(int at) {
        boolean called = lexemes.get(at).isWord("aurora_version")
                && isSymbol(at + 1, "(")
                && isSymbol(at + 2, ")")
                && !(at > 0 && lexemes.get(at - 1).isOneOf(DEFINING));
        return called ? Optional.of(new Found(at, at + 2, AuroraSetting.AURORA_VERSION)) : Optional.empty();
    }

    private Optional<Found> variable(int at) {
        if (!isSymbol(at, "@@") || at + 1 == lexemes.size()) {
            return Optional.empty();
        }
        int name = lexemes.get(at + 1).isWord("global") && isSymbol(at + 2, ".") ? at + 3 : at + 1;
        return AuroraSetting.variables()
                .filter(setting -> name < lexemes.size() && lexemes.get(name).names(setting.label()))
                .findFirst()
                .map(setting -> new Found(at, name, setting));
    }

    private boolean isSymbol(int at, String symbol) {
        return at < lexemes.size() && lexemes.get(at).isSymbol(symbol);
    }

    private boolean isWholeItem(Found found) {
        boolean begins = found.first > 0 && lexemes.get(found.first - 1).isOneOf(BEFORE_ITEM);
        int next = found.last + 1;
        return begins
                && (next == lexemes.size()
                        || isSymbol(next, ",")
                        || isSymbol(next, ")")
                        || lexemes.get(next).isOneOf(AFTER_LIST));
    }

    private Edit edit(Found found, boolean wholeItem) {
        int start = lexemes.get(found.first).start();
        int end = lexemes.get(found.last).end();
        String name = script.sql().substring(start, end).replace("`", "``");
        String value = script.dialect().literal(values.getOrDefault(found.setting, ""));
        return new Edit(start, end, wholeItem ? value + " AS `" + name + "`" : value);
    }

    private record Found(int first, int last, AuroraSetting setting) {}
}
