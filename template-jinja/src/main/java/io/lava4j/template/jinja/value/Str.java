package io.lava4j.template.jinja.value;

/** A string; positions count code points, as in Python. */
public record Str(String text) implements Value {

    @Override
    public String type() {
        return "str";
    }

    @Override
    public boolean truth() {
        return !text.isEmpty();
    }

    @Override
    public void print(Output out) {
        out.append(text);
    }

    @Override
    public void represent(Output out) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(String.valueOf(quote));
        text.codePoints().forEach(point -> out.append(escaped(point, quote)));
        out.append(String.valueOf(quote));
    }

    private static String escaped(int point, char quote) {
        if (point == quote || point == '\\') {
            return "\\" + (char) point;
        }
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(point) ? Character.toString(point) : code(point);
        };
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }

    private static String code(int point) {
        String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
        return String.format(form, point);
    }
}
