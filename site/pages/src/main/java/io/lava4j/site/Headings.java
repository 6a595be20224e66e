package io.lava4j.site;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Headings have the ids that GitHub gives them, so that links work in both places, and a link to themselves. */
final class Headings {
    private final Document document;
    private final Set<String> taken = new HashSet<>();

    Headings(Document document) {
        this.document = document;
    }

    void mend() {
        document.select("main a[id]:not([href])").forEach(Element::remove);
        for (Element heading : document.select("main :is(h1, h2, h3, h4, h5)")) {
            String id = free(id(heading.text()));
            heading.id(id);
            heading.appendElement("a")
                    .addClass("anchor")
                    .attr("href", "#" + id)
                    .attr("aria-label", "This section")
                    .text("#");
        }
    }

    private static String id(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private String free(String id) {
        String free = id;
        for (int more = 1; !taken.add(free); more++) {
            free = id + "-" + more;
        }
        return free;
    }
}
