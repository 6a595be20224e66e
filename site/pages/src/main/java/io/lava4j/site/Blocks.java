package io.lava4j.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Tables and code scroll by themselves, with the keyboard too, and leave the page as wide as it is. */
record Blocks(Document document) {
    private static final Pattern COMMENT = Pattern.compile("(?m)(?<=^|\\s)#(?![{!]).*$");

    void mend() {
        for (Element table : document.select("main table")) {
            table.removeAttr("class");
            table.select("tr").removeAttr("class");
            table.select("td:matchesWholeText(^[0-9.,]+$)").addClass("number");
            scrolling(table.wrap("<div class=\"table\"></div>").parent(), "Table");
        }
        for (Element code : document.select("main pre")) {
            code.wrap("<div class=\"block\"></div>");
            scrolling(code, "Code");
        }
        document.select("pre > :is(.language-sh, .language-yaml, .language-properties)")
                .forEach(Blocks::comments);
    }

    private static void scrolling(Element element, String name) {
        element.attr("tabindex", "0").attr("role", "region").attr("aria-label", name);
    }

    private static void comments(Element code) {
        String text = code.wholeText();
        code.empty();
        Matcher comment = COMMENT.matcher(text);
        int end = 0;
        while (comment.find()) {
            code.appendChild(new TextNode(text.substring(end, comment.start())));
            code.appendElement("span").addClass("comment").text(comment.group());
            end = comment.end();
        }
        code.appendChild(new TextNode(text.substring(end)));
    }
}
