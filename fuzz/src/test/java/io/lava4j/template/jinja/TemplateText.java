package io.lava4j.template.jinja;

import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import java.util.List;

/** A template made by the language's grammar, with names and numbers that lead astray. */
final class TemplateText {

    private static final int DEEPEST = 5;

    private static final List<String> NAMES = List.of(
            "key",
            "vars",
            "vars.n",
            "vars.l",
            "ustart",
            "utils",
            "utils.re",
            "utils.path",
            "utils.datetime",
            "range",
            "dict",
            "namespace",
            "loop",
            "self",
            "config",
            "cycler",
            "lipsum",
            "joiner",
            "request",
            "____int3rpr3t3r____",
            "x",
            "none",
            "true");

    private static final List<String> MEMBERS = List.of(
            "__class__",
            "__mro__",
            "__globals__",
            "__init__",
            "__subclasses__()",
            "class",
            "getClass()",
            "forName('java.lang.Runtime')",
            "upper()",
            "split('/')",
            "format(x)",
            "format_map({})",
            "items()",
            "strftime('%Y')",
            "replace('a','b'*9)",
            "append(1)",
            "pop()",
            "join(['a'])",
            "zfill(999999999)",
            "center(10**9)",
            "count('')",
            "isoformat()",
            "tzinfo",
            "year",
            "sub('a','b','c')",
            "search('(a+)+$','aaaa!')",
            "now()",
            "strptime('2026','%Y')",
            "basename('x')",
            "n",
            "l",
            "0",
            "keys()",
            "update(a=1)");

    private static final List<String> FILTERS = List.of(
            "attr('__class__')",
            "list",
            "string",
            "upper",
            "join(',')",
            "map('upper')",
            "map(attribute='__class__')",
            "sort",
            "tojson",
            "center(999999999)",
            "batch(3)",
            "slice(9999999)",
            "format(1)",
            "int",
            "float",
            "indent(9999999)",
            "default('d')",
            "first",
            "length",
            "sum",
            "groupby(0)",
            "dictsort",
            "urlencode",
            "wordcount",
            "truncate(3)",
            "unique",
            "random",
            "pprint",
            "xmlattr");

    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "7", "10**9", "10**10**10", "1e308", "99999999999999999999", "2**63", "0.1");

    private static final List<String> TEXTS = List.of(
            "'a'",
            "''",
            "'{0.__class__}'",
            "'%s'",
            "'%1000000000d'",
            "'%(a)s'",
            "'{:>999999999}'",
            "'\\x41'",
            "'{{'",
            "'a'*10**9",
            "'%c'");

    private final Choices data;

    TemplateText(Choices data) {
        this.data = data;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int parts = data.number(1, 3);
        for (int part = 0; part < parts; part++) {
            text.append(part(0));
        }
        return text.toString();
    }

    private String part(int depth) {
        String inner = depth < 2 ? part(depth + 1) : "x";
        return switch (data.number(0, 9)) {
            case 0 -> "{% for i in " + value(0) + " %}" + inner + "{% endfor %}";
            case 1 -> "{% if " + value(0) + " %}" + inner + "{% else %}" + inner + "{% endif %}";
            case 2 -> "{% set x = " + value(0) + " %}" + inner;
            case 3 -> "{% macro m(a=1) %}" + inner + "{{ m(" + value(1) + ") }}{% endmacro %}{{ m() }}";
            case 4 -> Hostile.text(data);
            case 5 ->
                "{% " + data.one(List.of("include", "import", "extends", "call", "do", "raw", "block")) + " " + value(1)
                        + " %}";
            case 6 ->
                "{% for i in range(" + data.one(NUMBERS) + ") %}{% for j in range(999) %}" + inner
                        + "{% endfor %}{% endfor %}";
            default -> "{{ " + value(0) + " }}";
        };
    }

    private String value(int depth) {
        if (depth > DEEPEST) {
            return data.one(NUMBERS);
        }
        return switch (data.number(0, 11)) {
            case 0 -> data.one(NUMBERS);
            case 1, 2 -> data.one(TEXTS);
            case 3 -> "[" + value(depth + 1) + ", " + value(depth + 1) + "]";
            case 4 -> "{'a': " + value(depth + 1) + "}";
            case 5 ->
                "(" + value(depth + 1) + " "
                        + data.one(
                                List.of("+", "-", "*", "/", "//", "%", "**", "~", "in", "==", "<", "or", "and", "is"))
                        + " " + value(depth + 1) + ")";
            case 6, 7 -> value(depth + 1) + "." + data.one(MEMBERS);
            case 8 -> "(" + value(depth + 1) + "|" + data.one(FILTERS) + ")";
            case 9 -> value(depth + 1) + "[" + value(depth + 1) + "]";
            default -> data.one(NAMES);
        };
    }
}
