package io.lava4j.site;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a Markdown text. One that this misses or invents is found where the finished site's links are tried. */
final class MarkdownLinks {
    private static final Pattern CODE = Pattern.compile("(?ms)^(`{3,}).*?^\\1|^ {4}[^\\n]*|`[^`\\n]*`(?!\\])");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private MarkdownLinks() {}

    static List<String> in(String markdown) {
        Matcher links = LINK.matcher(CODE.matcher(markdown).replaceAll(""));
        return links.results().map(link -> link.group(1)).toList();
    }
}
