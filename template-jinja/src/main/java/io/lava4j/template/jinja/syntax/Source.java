package io.lava4j.template.jinja.syntax;

/** The text of a template; its ends of lines are all {@code \n}, and one at the very end is dropped, as Jinja does. */
final class Source {

    private final String text;

    Source(String template) {
        String normal = template.replace("\r\n", "\n").replace('\r', '\n');
        this.text = normal.endsWith("\n") ? normal.substring(0, normal.length() - 1) : normal;
    }

    String text() {
        return text;
    }

    String place(int offset) {
        int line = 1;
        int start = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
            start = at + 1;
        }
        return "line " + line + ", column " + (text.codePointCount(start, Math.min(offset, text.length())) + 1);
    }
}
