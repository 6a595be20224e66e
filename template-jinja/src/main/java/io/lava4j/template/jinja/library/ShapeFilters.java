package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.CountedText;
import io.lava4j.template.jinja.value.Numeric;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Points;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Jinja's filters that give text another shape. */
final class ShapeFilters {

    static final Table<Value> TABLE = new Table<Value>()
            .method("truncate", "length=, killwords=, end=, leeway=", (self, args) -> truncated(self, args))
            .method("indent", "width=, first=, blank=", (self, args) -> indented(self, args))
            .method("filesizeformat", "binary=", (self, args) -> new Str(size(self, args)))
            .method("striptags", "", (self, args) -> withoutTags(self, args));

    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<[^>]*+>");

    private ShapeFilters() {}

    private static Value withoutTags(Value self, Arguments args) {
        CharSequence text = new CountedText(Output.of(self, args.budget()), args.budget());
        String plain = TAG.matcher(text).replaceAll("");
        return new Str(plain.strip().replaceAll("\\s++", " "));
    }

    private static Value truncated(Value self, Arguments args) {
        String text = Output.of(self, args.budget());
        String end = args.text("end", "...");
        int length = Math.max(args.number("length", 255), Points.length(end));
        int leeway = Math.max(0, args.number("leeway", 5));
        if (Points.length(text) <= (long) length + leeway) {
            return new Str(text);
        }
        String cut = text.substring(0, Points.offset(text, length - Points.length(end)));
        int blank = cut.lastIndexOf(' ');
        return new Str((args.flag("killwords", false) || blank < 0 ? cut : cut.substring(0, blank)) + end);
    }

    private static Value indented(Value self, Arguments args) {
        String by = args.find("width").orElse(new Bool(false)) instanceof Str given
                ? given.text()
                : new Output(args.budget()).repeat(" ", args.number("width", 4)).toString();
        Output out = new Output(args.budget());
        List<String> lines = Spaces.lines(Output.of(self, args.budget()) + "\n", false);
        for (int index = 0; index < lines.size(); index++) {
            boolean wanted =
                    index == 0 ? args.flag("first", false) : !lines.get(index).isEmpty() || args.flag("blank", false);
            out.append(index == 0 ? "" : "\n").append(wanted ? by : "").append(lines.get(index));
        }
        return out.value();
    }

    private static String size(Value self, Arguments args) {
        boolean binary = args.flag("binary", false);
        double base = binary ? 1024 : 1000;
        double bytes = ((Numeric) ValueFilters.real(self, 0, args)).real();
        if (bytes < base) {
            return bytes == 1 ? "1 Byte" : (long) bytes + " Bytes";
        }
        int power = 1;
        while (power < 8 && bytes >= Math.pow(base, power + 1)) {
            power++;
        }
        return String.format(Locale.ROOT, "%.1f ", bytes / Math.pow(base, power))
                + "kMGTPEZY".substring(power - 1, power).replace("k", binary ? "K" : "k")
                + (binary ? "iB" : "B");
    }
}
