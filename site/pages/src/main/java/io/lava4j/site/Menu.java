package io.lava4j.site;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The menu of a page: its own entry, or that of the folder it belongs to, is marked, and has the page's sections below it. */
record Menu(Document document, Path page) {
    void mend() {
        List<Element> entries = document.select("nav a[href]");
        List<Element> own =
                entries.stream().filter(entry -> target(entry).equals(page)).toList();
        own.forEach(entry -> entry.attr("aria-current", "page"));
        List<Element> sections = document.select("main h2[id]");
        own.forEach(entry -> list(sections, entry));
        if (own.isEmpty()) {
            entries.stream().filter(this::isOfFolder).forEach(entry -> entry.attr("aria-current", "true"));
        }
    }

    private boolean isOfFolder(Element entry) {
        Path target = target(entry);
        return target.endsWith("index.html") && target.getNameCount() > 1 && page.startsWith(target.getParent());
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
