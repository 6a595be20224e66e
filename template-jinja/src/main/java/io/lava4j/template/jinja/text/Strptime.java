package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Python's strptime: as there, the format becomes a regular expression. */
public final class Strptime {

    /** Both are short, so that the expression ends soon whatever they hold. */
    private static final int MOST_LENGTH = 200;

    private static final Map<Character, String> FORMS = Map.ofEntries(
            Map.entry('d', "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]"),
            Map.entry('f', "[0-9]{1,6}"),
            Map.entry('H', "2[0-3]|[0-1]\\d|\\d"),
            Map.entry('I', "1[0-2]|0[1-9]|[1-9]"),
            Map.entry('j', "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]"),
            Map.entry('m', "1[0-2]|0[1-9]|[1-9]"),
            Map.entry('M', "[0-5]\\d|\\d"),
            Map.entry('S', "6[0-1]|[0-5]\\d|\\d"),
            Map.entry('y', "\\d\\d"),
            Map.entry('Y', "\\d\\d\\d\\d"),
            Map.entry('z', "[+-]\\d\\d:?[0-5]\\d|Z"),
            Map.entry('Z', "UTC|GMT"),
            Map.entry('p', "am|pm"),
            Map.entry('a', days(TextStyle.SHORT)),
            Map.entry('A', days(TextStyle.FULL)),
            Map.entry('b', months(TextStyle.SHORT)),
            Map.entry('B', months(TextStyle.FULL)));

    private final Map<Character, String> fields = new HashMap<>();
    private final String text;
    private final String format;

    private Strptime(String text, String format) {
        this.text = text;
        this.format = format;
    }

    public static DateTime parse(String text, String format) {
        return new Strptime(text, format).parse();
    }

    private DateTime parse() {
        if (text.length() > MOST_LENGTH || format.length() > MOST_LENGTH) {
            throw new Fault("strptime() takes at most " + MOST_LENGTH + " characters");
        }
        String expression = expression();
        Matcher matcher = Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(text);
        if (!matcher.matches()) {
            throw new Fault("time data '" + text + "' does not match format '" + format + "'");
        }
        for (char letter : FORMS.keySet()) {
            if (expression.contains("(?<" + letter + ">")) {
                fields.put(letter, matcher.group(String.valueOf(letter)).strip());
            }
        }
        try {
            return moment();
        } catch (DateTimeException impossible) {
            throw new Fault("time data '" + text + "' is no date: " + impossible.getMessage());
        }
    }

    private String expression() {
        StringBuilder expression = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char current = format.charAt(at);
            if (current == '%' && at + 1 < format.length()) {
                expression.append(directive(format.charAt(++at), expression));
            } else if (Character.isWhitespace(current)) {
                expression.append("\\s++");
            } else {
                expression.append(Pattern.quote(String.valueOf(current)));
            }
        }
        return expression.toString();
    }

    private String directive(char letter, StringBuilder before) {
        if (letter == '%') {
            return "%";
        }
        if (!FORMS.containsKey(letter) || before.indexOf("(?<" + letter + ">") >= 0) {
            throw new Fault("'%" + letter + "' in format '" + format + "' is "
                    + (FORMS.containsKey(letter) ? "there twice" : "no directive of strptime()"));
        }
        return "(?<" + letter + ">" + FORMS.get(letter) + ")";
    }

    private DateTime moment() {
        LocalDateTime local = day().atTime(hour(), number('M', 0), number('S', 0), micros() * 1000);
        return new DateTime(local, zone());
    }

    private LocalDate day() {
        int year = fields.containsKey('Y') ? number('Y', 1900) : century(number('y', -1));
        return fields.containsKey('j')
                ? LocalDate.ofYearDay(year, number('j', 1))
                : LocalDate.of(year, month(), number('d', 1));
    }

    private static int century(int year) {
        return year < 0 ? 1900 : year < 69 ? 2000 + year : 1900 + year;
    }

    private int month() {
        String name = fields.getOrDefault('b', fields.getOrDefault('B', ""));
        return Arrays.stream(Month.values())
                .filter(month -> !name.isEmpty() && month.name().regionMatches(true, 0, name, 0, 3))
                .findFirst()
                .map(Month::getValue)
                .orElse(number('m', 1));
    }

    private int hour() {
        if (!fields.containsKey('I')) {
            return number('H', 0);
        }
        boolean afternoon = fields.getOrDefault('p', "").equalsIgnoreCase("pm");
        return number('I', 0) % 12 + (afternoon ? 12 : 0);
    }

    private int micros() {
        String digits = fields.getOrDefault('f', "0");
        return Integer.parseInt(digits + "0".repeat(6 - digits.length()));
    }

    private Optional<ZoneId> zone() {
        return Optional.ofNullable(fields.get('z'))
                .map(offset -> offset.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private int number(char letter, int otherwise) {
        return Optional.ofNullable(fields.get(letter)).map(Integer::valueOf).orElse(otherwise);
    }

    private static String days(TextStyle style) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, Locale.ENGLISH))
                .collect(Collectors.joining("|"));
    }

    private static String months(TextStyle style) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, Locale.ENGLISH))
                .collect(Collectors.joining("|"));
    }
}
