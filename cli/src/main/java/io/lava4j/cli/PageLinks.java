package io.lava4j.cli;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links from one page of the reference to another.
 *
 * @param pages those that there are, such as {@code job/exe}
 */
record PageLinks(Set<String> pages) {

    static final PageLinks NONE = new PageLinks(Set.of());

    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(lava4j:((?:connector|job)/[^()#\\s]+)\\)");

    /** A link to the page of a type, or its name where it has no page. */
    String to(String kind, String type) {
        return link(kind + "/" + type, "`" + type + "`");
    }

    /** A text in which links to types lead to their pages, or are their text where there is no such page. */
    String resolved(String markdown) {
        return LINK.matcher(markdown).replaceAll(link -> Matcher.quoteReplacement(link(link.group(2), link.group(1))));
    }

    private String link(String page, String text) {
        return pages.contains(page) ? "[" + text + "](../" + file(page) + ")" : text;
    }

    /** The file of a page, from the folder of all. */
    static String file(String page) {
        return page.replaceFirst("/", "s/") + ".md";
    }
}
