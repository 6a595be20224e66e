package io.lava4j.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every link inside the site leads to a page and, where it names one, to a place on it. */
class LinksTest {
    private static final Map<Path, Set<String>> PLACES = new HashMap<>();
    private static final Map<Path, List<String>> LINKS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path page : Site.pages()) {
            Document document = Jsoup.parse(page);
            PLACES.put(
                    page,
                    document.select("[id], a[name]").stream()
                            .map(LinksTest::place)
                            .collect(Collectors.toSet()));
            LINKS.put(page, document.select("a[href]").eachAttr("href"));
        }
    }

    @Test
    void noLinkIsDead() {
        List<String> dead = new ArrayList<>();
        LINKS.forEach((page, links) -> links.stream()
                .filter(link -> isInside(link) && !leads(page, link))
                .forEach(link -> dead.add(Site.FOLDER.relativize(page) + ": " + link)));
        assertEquals(List.of(), dead);
    }

    @Test
    void theSiteIsMoreThanAFewPages() {
        assertTrue(PLACES.size() > 100, "pages: " + PLACES.size());
        assertTrue(LINKS.values().stream().mapToInt(List::size).sum() > 5_000);
    }

    @Test
    void everyPageOfDocsIsInTheMenuOrListedByADecision() throws IOException {
        Set<Path> reached = LINKS.get(Site.FOLDER.resolve("docs/decisions/index.html")).stream()
                .filter(LinksTest::isInside)
                .map(link -> target(Site.FOLDER.resolve("docs/decisions/index.html"), link))
                .collect(Collectors.toSet());
        List<Path> lost = Site.pages().stream()
                .filter(page -> page.startsWith(Site.FOLDER.resolve("docs")) && !reached.contains(page))
                .toList();
        assertEquals(List.of(), lost);
    }

    private static boolean isInside(String link) {
        return !link.matches("[a-z]+:.*");
    }

    private static boolean leads(Path page, String link) {
        Path target = target(page, link);
        String place = URI.create(link).getFragment();
        return place == null || place.isEmpty()
                ? Files.isRegularFile(target)
                : PLACES.getOrDefault(target, Set.of()).contains(place);
    }

    private static Path target(Path page, String link) {
        String path = URI.create(link).getPath();
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    private static String place(Element element) {
        return element.hasAttr("id") ? element.id() : element.attr("name");
    }
}
