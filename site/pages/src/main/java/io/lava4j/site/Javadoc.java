package io.lava4j.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The Javadoc of the SPI, as its tool has written it to a folder. */
record Javadoc(Path folder) {
    /** Where it stands in the site. */
    static final String PLACE = "api";

    private static final Pattern SOURCE = Pattern.compile("core/src/main/java/(.+)\\.java");

    /** Whether a source file of the repository has a page in it. */
    boolean covers(Path source) {
        return page(source).isPresent();
    }

    /** The page of a source file, relative to the folder. */
    Optional<Path> page(Path source) {
        Matcher name = SOURCE.matcher(source.toString());
        return name.matches() ? ofType(name.group(1)) : Optional.empty();
    }

    private Optional<Path> ofType(String name) {
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path module : modules) {
                Path page = module.resolve(name + ".html");
                if (Files.exists(page)) {
                    return Optional.of(folder.relativize(page));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies it into the site, with the site's colours and a way back, and makes its types known to the search. */
    void copyTo(Path site, SearchData search) throws IOException {
        Path place = site.resolve(PLACE);
        Trees.copy(folder, place);
        style(place.resolve("stylesheet.css"));
        for (Path page : Trees.html(place)) {
            Document document = Jsoup.parse(page);
            document.outputSettings().prettyPrint(false);
            wayBack(document, page.getParent().relativize(site.resolve("docs/spi.html")));
            Files.writeString(page, document.outerHtml());
            types(document, site.relativize(page), search);
        }
    }

    // Fonts are the reader's own; not every JDK brings the one that it imports.
    private static void style(Path sheet) throws IOException {
        try (InputStream style = Javadoc.class.getResourceAsStream("api.css")) {
            String own = new String(style.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(sheet, Files.readString(sheet).replaceAll("@import url\\([^)]*\\);", "") + own);
        }
    }

    private static void wayBack(Document document, Path spi) {
        for (Element list : document.select("ul#navbar-top-firstrow")) {
            list.prependElement("li")
                    .addClass("home")
                    .appendElement("a")
                    .attr("href", spi.toString())
                    .text("lava4j");
        }
    }

    private static void types(Document document, Path page, SearchData search) {
        for (Element text : document.select("#class-description > .block")) {
            String type = document.selectFirst("h1").text();
            search.add(new Section(page.toString(), type, "Javadoc", text.text()));
        }
    }
}
