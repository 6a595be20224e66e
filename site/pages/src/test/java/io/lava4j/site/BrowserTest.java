package io.lava4j.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The site in a browser: on a phone, on a screen, in light and dark. */
@Tag("chromium")
class BrowserTest {
    /** What is shown, has text of its own, and contrasts less than WCAG's level AA wants. */
    private static final String FAINT =
            """
            (() => {
                const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
                const light = colour => {
                    const [r, g, b] = numbers(colour).slice(0, 3).map(c => c / 255)
                        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const behind = element => {
                    for (let e = element; e; e = e.parentElement) {
                        const colour = getComputedStyle(e).backgroundColor;
                        if ((numbers(colour)[3] ?? 1) > 0.99) return colour;
                    }
                    return 'rgb(255, 255, 255)';
                };
                const faint = element => {
                    const [dark, bright] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
                    return (bright + 0.05) / (dark + 0.05) < 4.5;
                };
                const written = element => [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                return [...document.querySelectorAll('body *')]
                    .filter(e => e.checkVisibility() && written(e) && faint(e))
                    .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30));
            })()""";

    /** How wide a page is that has to be scrolled; Javadoc's scrolls inside. */
    private static final String WIDTH =
            """
            Math.max(...[document.scrollingElement, ...document.querySelectorAll('.flex-content')].map(e => e.scrollWidth))""";

    private static final List<String> PAGES = List.of(
            "index.html",
            "docs/db_from_s3.html",
            "docs/plugins.html",
            "bench/RESULTS.html",
            "api/index-all.html",
            "api/io.lava4j.core/io/lava4j/core/spi/ConnectorProvider.html");

    /** Where pictures of these are left, for people. */
    private static final Path SCREENS = Path.of("target", "screens");

    private static Chromium chromium;
    private static final List<String> WIDE = new ArrayList<>();
    private static List<String> faults;
    private static List<String> fetched;

    @BeforeAll
    static void seeEveryPageOnAPhone() throws IOException, InterruptedException {
        chromium = new Chromium();
        Tab phone = chromium.tab(390, 844);
        for (Path page : Site.pages()) {
            if (!leadsOn(page)) {
                see(page, phone);
            }
        }
        faults = phone.faults();
        fetched = phone.fetched();
    }

    private static void see(Path page, Tab phone) {
        phone.open(page);
        int width = phone.evaluate(WIDTH).asInt();
        if (width > 390) {
            WIDE.add(Site.FOLDER.relativize(page) + ": " + width);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        chromium.close();
    }

    @Test
    void everyPageFitsAPhone() {
        assertEquals(List.of(), WIDE);
    }

    @Test
    void noPageHasAFault() {
        assertEquals(List.of(), faults);
    }

    @Test
    void noPageFetchesAnythingFromElsewhere() {
        String inside = Site.FOLDER.toUri().toString();
        List<String> elsewhere = fetched.stream()
                .filter(url -> !url.startsWith(inside) && !url.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
        assertTrue(fetched.contains(inside + "css/lava4j.css"), "no style was fetched");
    }

    @ParameterizedTest
    @CsvSource({"light, 390, fffdfb", "light, 1280, fffdfb", "dark, 390, 171412", "dark, 1280, 171412"})
    void pagesAreShownInTheReadersColours(String scheme, int width, String colour)
            throws IOException, InterruptedException {
        Tab tab = chromium.tab(width, 1000);
        tab.colours(scheme);
        for (String page : PAGES) {
            tab.open(Site.FOLDER.resolve(page));
            BufferedImage screen =
                    tab.screenshot(SCREENS.resolve(Path.of(page).getFileName() + "-" + width + "-" + scheme + ".png"));
            assertEquals(width, screen.getWidth());
            assertEquals(colour, Integer.toHexString(screen.getRGB(width - 20, 990) & 0xffffff), page);
        }
    }

    @Test
    void withoutScriptsThereIsAllButTheSearch() throws IOException, InterruptedException {
        Tab tab = chromium.tab(1280, 900);
        tab.withoutScripts();
        tab.open(Site.FOLDER.resolve("docs/db_from_s3.html"));
        assertFalse(tab.evaluate("document.querySelector('search').checkVisibility()")
                .asBoolean());
        assertTrue(tab.evaluate("document.querySelector('main').innerText.length > 10000")
                .asBoolean());
        assertTrue(tab.evaluate("document.querySelector('nav.side').innerText.includes('Load paths')")
                .asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textContrastsWithWhatIsBehindIt(String scheme) throws IOException, InterruptedException {
        Tab screen = chromium.tab(1280, 900);
        screen.colours(scheme);
        for (String page : PAGES) {
            screen.open(Site.FOLDER.resolve(page));
            assertEquals("[]", screen.evaluate(FAINT).toString(), page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "docs/decisions/index.html"})
    void theSearchFindsAPageByWordsInIt(String from) throws IOException, InterruptedException {
        Tab screen = chromium.tab(1280, 900);
        screen.open(Site.FOLDER.resolve(from));
        JsonNode hits = search(screen, "net_read_timeout");
        assertTrue(hits.size() > 0, "nothing found");
        assertEquals("docs/templates.html#language", first(screen, "dictsort"));
        assertEquals("docs/db_from_s3.html#load-paths", first(screen, "load paths"));
        assertEquals(
                "api/io.lava4j.core/io/lava4j/core/spi/ConnectorProvider.html", first(screen, "ConnectorProvider"));
        assertEquals("docs/db_from_s3.html", first(screen, "db_from_s3"));
    }

    private static boolean leadsOn(Path page) throws IOException {
        return !Jsoup.parse(page).select("meta[http-equiv=refresh i]").isEmpty();
    }

    private static String first(Tab tab, String words) {
        String address = search(tab, words).get(0).asString();
        return address.substring(Site.FOLDER.toUri().toString().length());
    }

    // Waits for the list to change, as who types does.
    private static JsonNode search(Tab tab, String words) {
        return tab.evaluate(
                """
                new Promise(found => {
                    const list = document.querySelector('#hits ol');
                    new MutationObserver(() => found([...list.querySelectorAll('a')].map(a => a.href)))
                        .observe(document.querySelector('#hits'), {childList: true, subtree: true});
                    const input = document.querySelector('search input');
                    input.focus();
                    input.value = '%s';
                    input.dispatchEvent(new Event('input'));
                })"""
                        .formatted(words));
    }
}
