package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Fault;
import java.util.TreeMap;

/** The text of a template; its ends of lines are all {@code \n}, and one at the very end is dropped, as Jinja does. */
final class Source {

    private final String text;
    private final TreeMap<Integer, Integer> lines = new TreeMap<>();

    Source(String template) {
        if (template.length() > Budget.MOST_TEXT) {
            throw new Fault("the template has more than " + Budget.MOST_TEXT + " characters");
        }
        String normal = template.replace("\r\n", "\n").replace('\r', '\n');
        text = normal.endsWith("\n") ? normal.substring(0, normal.length() - 1) : normal;
        lines.put(0, 1);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines.put(at + 1, lines.size() + 1);
        }
    }

    String text() {
        return text;
    }

    String place(int offset) {
        int start = lines.floorKey(offset);
        return "line " + lines.get(start) + ", column " + (offset - start + 1);
    }
}
