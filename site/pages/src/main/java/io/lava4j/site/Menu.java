package io.lava4j.site;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The menu of a page: its own entry, or that of the folder it belongs to, is marked, and has the page's sections below it. */
record Menu(Document document, Path page) {
    void mend() {
        List<Element> sections = document.select("main h2[id]");
        for (Element entry : document.select("nav a[href]")) {
            Path target = target(entry);
            if (target.equals(page)) {
                entry.attr("aria-current", "page");
                list(sections, entry);
            } else if (target.endsWith("index.html")
                    && target.getNameCount() > 1
                    && page.startsWith(target.getParent())) {
                entry.attr("aria-current", "true");
            }
        }
    }

    private Path target(Element entry) {
        Path root = Path.of("/");
        return root.relativize(
                root.resolve(page).resolveSibling(entry.attr("href")).normalize());
    }

    private static void list(List<Element> sections, Element entry) {
        if (sections.size() > 1) {
            Element list = entry.parent().appendElement("ul");
            sections.forEach(section -> add(section, list));
        }
    }

    private static void add(Element section, Element list) {
        list.appendElement("li")
                .appendElement("a")
                .attr("href", "#" + section.id())
                .text(section.ownText());
    }
}
