package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.text.BraceFormat;
import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Dict;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Iteration;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** Python's methods of strings: letters, padding, joining, formatting. */
final class StringMethods {

    static final Table<Str> TABLE = new Table<Str>()
            .addAll(StringSearch.TABLE)
            .addAll(StringSplits.TABLE)
            .method("lower", "", (self, args) -> new Str(self.text().toLowerCase(Locale.ROOT)))
            .method(
                    "casefold",
                    "",
                    (self, args) -> new Str(self.text().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)))
            .method("upper", "", (self, args) -> new Str(self.text().toUpperCase(Locale.ROOT)))
            .method("capitalize", "", (self, args) -> new Str(capitalized(self.text())))
            .method("title", "", (self, args) -> new Str(titled(self.text())))
            .method("swapcase", "", (self, args) -> new Str(swapped(self.text())))
            .method("strip", "chars=", (self, args) -> stripped(self, args, true, true))
            .method("lstrip", "chars=", (self, args) -> stripped(self, args, true, false))
            .method("rstrip", "chars=", (self, args) -> stripped(self, args, false, true))
            .method("center", "width, fillchar=", (self, args) -> centered(self.text(), args))
            .method("ljust", "width, fillchar=", (self, args) -> padded(self.text(), args, 0, missing(self, args)))
            .method("rjust", "width, fillchar=", (self, args) -> padded(self.text(), args, missing(self, args), 0))
            .method("zfill", "width", (self, args) -> zeroFilled(self, args))
            .method("expandtabs", "tabsize=", (self, args) -> expanded(self.text(), args))
            .method("join", "iterable", (self, args) -> joined(self.text(), args))
            .method("format", "*, **", (self, args) -> formatted(self, args))
            .method("format_map", "mapping", (self, args) -> formatted(self, mapped(args)))
            .method("isalnum", "", all(point -> Character.isLetter(point) || isNumeric(point)))
            .method("isalpha", "", all(Character::isLetter))
            .method("isdigit", "", all(Character::isDigit))
            .method("isdecimal", "", all(Character::isDigit))
            .method("isnumeric", "", all(StringMethods::isNumeric))
            .method("isspace", "", all(Spaces::isSpace))
            .method("isascii", "", (self, args) -> new Bool(self.text().chars().allMatch(unit -> unit < 128)))
            .method("isidentifier", "", (self, args) -> new Bool(self.text().matches("[\\p{L}_][\\p{L}\\p{N}_]*")))
            .method("islower", "", (self, args) -> new Bool(isCase(self.text(), Character::isUpperCase)))
            .method("isupper", "", (self, args) -> new Bool(isCase(self.text(), Character::isLowerCase)))
            .method(
                    "istitle",
                    "",
                    (self, args) -> new Bool(self.text().chars().anyMatch(Character::isLetter)
                            && titled(self.text()).equals(self.text())));

    private StringMethods() {}

    static String capitalized(String text) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inside = false;
        for (int point : text.codePoints().toArray()) {
            titled.appendCodePoint(inside ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inside = Character.isLetter(point);
        }
        return titled.toString();
    }

    private static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        text.codePoints()
                .forEach(point -> swapped.appendCodePoint(
                        Character.isUpperCase(point) ? Character.toLowerCase(point) : Character.toUpperCase(point)));
        return swapped.toString();
    }

    private static Value stripped(Str self, Arguments args, boolean start, boolean end) {
        String chars = args.text("chars", "");
        IntPredicate dropped = args.find("chars").isPresent() ? point -> chars.indexOf(point) >= 0 : Spaces::isSpace;
        String text = start ? Spaces.stripStart(self.text(), dropped) : self.text();
        return new Str(end ? Spaces.stripEnd(text, dropped) : text);
    }

    private static long missing(Str self, Arguments args) {
        return Math.max(0L, args.number("width") - Points.length(self.text()));
    }

    /** The odd blank goes where CPython puts it. */
    private static Value centered(String text, Arguments args) {
        long missing = Math.max(0L, args.number("width") - Points.length(text));
        long left = missing / 2 + (missing & args.number("width") & 1);
        return padded(text, args, left, missing - left);
    }

    private static Value padded(String text, Arguments args, long left, long right) {
        String fill = args.text("fillchar", " ");
        if (Points.length(fill) != 1) {
            throw new Fault("the fill character must be exactly one character long");
        }
        return new Output(args.budget())
                .repeat(fill, left)
                .append(text)
                .repeat(fill, right)
                .value();
    }

    private static Value zeroFilled(Str self, Arguments args) {
        String text = self.text();
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return new Output(args.budget())
                .append(text.substring(0, sign))
                .repeat("0", missing(self, args))
                .append(text.substring(sign))
                .value();
    }

    private static Value expanded(String text, Arguments args) {
        int size = args.number("tabsize", 8);
        Output out = new Output(args.budget());
        int column = 0;
        for (int point : text.codePoints().toArray()) {
            if (point == '\t') {
                int blanks = size > 0 ? size - column % size : 0;
                out.repeat(" ", blanks);
                column += blanks;
            } else {
                out.append(Character.toString(point));
                column = point == '\n' || point == '\r' ? 0 : column + 1;
            }
        }
        return out.value();
    }

    private static Value joined(String separator, Arguments args) {
        Output out = new Output(args.budget());
        String before = "";
        for (Value item : Iteration.of(args.value("iterable"), args.budget())) {
            if (!(item instanceof Str part)) {
                throw new Fault("join() expected strings, found " + item.type());
            }
            out.append(before).append(part.text());
            before = separator;
        }
        return out.value();
    }

    private static Value formatted(Str self, Arguments args) {
        return new Str(BraceFormat.format(self.text(), args, Attributes::part));
    }

    private static Arguments mapped(Arguments args) {
        Map<String, Value> named = new LinkedHashMap<>();
        if (args.value("mapping") instanceof Dict dict) {
            dict.entries().forEach(entry -> named.put(Output.of(entry.key(), args.budget()), entry.value()));
        }
        return new Arguments("format_map", Map.of(), List.of(), named, args.budget());
    }

    private static Table.Method<Str> all(IntPredicate wanted) {
        return (self, args) ->
                new Bool(!self.text().isEmpty() && self.text().codePoints().allMatch(wanted));
    }

    private static boolean isNumeric(int point) {
        int type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isCase(String text, IntPredicate other) {
        return text.codePoints().anyMatch(point -> Character.isUpperCase(point) || Character.isLowerCase(point))
                && text.codePoints().noneMatch(other);
    }
}
