package io.lava4j.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What pages and styles fetch lies in the site. */
class NothingFromElsewhereTest {
    private static final String FETCHED =
            "[src], link[href]:not([rel=canonical]), [srcset], [poster], [data], [background], form[action]";
    private static final Pattern STYLED = Pattern.compile("url\\(\\s*['\"]?([^'\")]*)|@import\\s+['\"]([^'\"]*)");

    @Test
    void pagesFetchWhatLiesInTheSite() throws IOException {
        assertEquals(List.of(), Site.pages().stream().flatMap(this::missing).toList());
    }

    @Test
    void stylesFetchWhatLiesInTheSite() throws IOException {
        assertEquals(
                List.of(),
                Site.files(".css").stream()
                        .flatMap(file -> styled(file, read(file)))
                        .toList());
    }

    private Stream<String> missing(Path page) {
        Document document = Jsoup.parse(read(page));
        Stream<String> fetched = document.select(FETCHED).stream()
                .flatMap(element -> Stream.of("src", "href", "srcset", "poster", "data", "background", "action")
                        .filter(element::hasAttr)
                        .map(element::attr))
                .filter(address -> !isThere(page, address))
                .map(address -> Site.FOLDER.relativize(page) + ": " + address);
        String styles = String.join("\n", document.select("style").eachText())
                + String.join("\n", document.select("[style]").eachAttr("style"));
        return Stream.concat(fetched, styled(page, styles));
    }

    private static Stream<String> styled(Path file, String style) {
        return STYLED.matcher(style)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(address -> !address.startsWith("data:") && !isThere(file, address))
                .map(address -> Site.FOLDER.relativize(file) + ": " + address);
    }

    private static boolean isThere(Path from, String address) {
        return !address.matches("([a-z]+:|//).*")
                && Files.isRegularFile(from.resolveSibling(address).normalize());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
