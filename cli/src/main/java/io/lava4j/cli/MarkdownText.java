package io.lava4j.cli;

/** Plain text, in which back quotes mark code, for Markdown. */
final class MarkdownText {

    private MarkdownText() {}

    /** What Markdown would take for its own is escaped; between back quotes it takes nothing. */
    static String prose(String text) {
        String[] parts = text.replace("\n", " ").split("`", -1);
        for (int part = 0; part < parts.length; part += 2) {
            parts[part] = parts[part].replace("\\", "\\\\").replace("<", "&lt;").replace("*", "\\*");
        }
        return String.join("`", parts);
    }

    /** In a table the bar ends a cell, between back quotes too. */
    static String cell(String text) {
        return prose(text).replace("|", "\\|");
    }
}
