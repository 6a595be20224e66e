package io.lava4j.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/** What the search knows: each section of each page that is prose, and each type of the SPI. */
final class SearchData {
    private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js";
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");

    private final List<Section> sections = new ArrayList<>();

    void add(Section section) {
        sections.add(section);
    }

    /** Adds the sections of a page, each up to the next heading. */
    void add(Path page, Document document) {
        Element content = document.selectFirst("main");
        String title = content.select("h1").isEmpty() ? page.toString() : heading(content.selectFirst("h1"));
        if (page.startsWith("docs")
                || page.getNameCount() == 1
                || !content.select("h2").isEmpty()) {
            for (Element heading : content.select("h1, h2, h3")) {
                add(new Section(address(page, heading), heading(heading), title, text(heading)));
            }
        }
    }

    /** Writes them as a script, which works from files too, with the library that looks them up. */
    void write(Path folder) throws IOException {
        String json = JsonMapper.shared().writeValueAsString(sections);
        Files.writeString(folder.resolve("search-data.js"), "window.lava4jSearch = %s;\n".formatted(json));
        try (InputStream lunr = SearchData.class.getResourceAsStream(LUNR)) {
            Files.write(folder.resolve("lunr.min.js"), lunr.readAllBytes());
        }
    }

    private static String address(Path page, Element heading) {
        return heading.tagName().equals("h1") ? page.toString() : page + "#" + heading.id();
    }

    private static String heading(Element heading) {
        Element copy = heading.clone();
        copy.select(".anchor").remove();
        return copy.text();
    }

    private static String text(Element heading) {
        StringBuilder text = new StringBuilder();
        for (Element next = heading.nextElementSibling();
                next != null && !begins(next);
                next = next.nextElementSibling()) {
            text.append(next.text()).append(' ');
        }
        return text.toString().strip();
    }

    // The generator puts each section below a heading into an element of its own.
    private static boolean begins(Element element) {
        return HEADINGS.contains(element.tagName())
                || element.tagName().equals("section") && HEADINGS.contains(first(element));
    }

    private static String first(Element section) {
        return section.childrenSize() == 0 ? "" : section.child(0).tagName();
    }
}
