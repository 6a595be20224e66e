package io.lava4j.template.jinja.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What Python takes for white space, and for the end of a line. */
final class Spaces {

    private Spaces() {}

    static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }

    static String stripStart(String text, IntPredicate dropped) {
        int at = 0;
        while (at < text.length() && dropped.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(at);
    }

    static String stripEnd(String text, IntPredicate dropped) {
        int end = text.length();
        while (end > 0 && dropped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    static List<String> lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(text.charAt(at)) >= 0) {
                int end = text.startsWith("\r\n", at) ? at + 2 : at + 1;
                lines.add(text.substring(start, keepEnds ? end : at));
                start = end;
                at = end - 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }
}
