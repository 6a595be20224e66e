package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.CountedText;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Match;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code re.sub} puts in place: text with {@code \1}, {@code \g<name>} and escapes. */
final class Replacement {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:g<([^>]+)>|(\\d{1,2})|(.|$))", Pattern.DOTALL);

    private Replacement() {}

    static String of(String template, Match match, Budget budget) {
        Output out = new Output(budget);
        Matcher escape = ESCAPE.matcher(new CountedText(template, budget));
        int at = 0;
        while (escape.find()) {
            out.append(template.substring(at, escape.start())).append(meant(escape, match, budget));
            at = escape.end();
        }
        return out.append(template.substring(at)).toString();
    }

    private static String meant(Matcher escape, Match match, Budget budget) {
        budget.look();
        if (escape.group(3) != null) {
            return character(escape.group(3));
        }
        String group = escape.group(1) != null ? escape.group(1) : escape.group(2);
        if (group.equals("0") && escape.group(1) == null) {
            return "\0";
        }
        Value key = group.matches("\\d{1,9}") ? Int.of(Integer.parseInt(group)) : new Str(group);
        return RegexMethods.group(match, key) instanceof Str text ? text.text() : "";
    }

    private static String character(String letter) {
        int control = "abfnrtv".indexOf(letter);
        if (letter.isEmpty() || control < 0 && letter.matches("[a-zA-Z]")) {
            throw new Fault("bad escape \\" + letter + " in the replacement of a regular expression");
        }
        return control < 0
                ? (letter.equals("\\") ? "\\" : "\\" + letter)
                : String.valueOf("\u0007\b\f\n\r\t\u000b".charAt(control));
    }
}
