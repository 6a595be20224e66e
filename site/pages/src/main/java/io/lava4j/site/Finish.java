package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Makes the generator's pages into the site: links, headings, tables, code, charts, the menu; then adds Javadoc and search. */
public final class Finish {
    private final Repository repository;
    private final Javadoc javadoc;
    private final Path site;

    private Finish(Repository repository, Javadoc javadoc, Path site) {
        this.repository = repository;
        this.javadoc = javadoc;
        this.site = site;
    }

    /** Takes the root of the repository, the folder of the Javadoc and the folder of the site. */
    public static void main(String[] arguments) throws IOException {
        Path site = Path.of(arguments[2]);
        new Finish(new Repository(Path.of(arguments[0])), new Javadoc(Path.of(arguments[1])), site).all();
    }

    private void all() throws IOException {
        List<Path> pages = Trees.html(site);
        SearchData search = new SearchData();
        for (Path page : pages) {
            Path name = site.relativize(page);
            Document document = finished(Jsoup.parse(page), name);
            Files.writeString(page, document.outerHtml());
            search.add(name, document);
        }
        javadoc.copyTo(site, search);
        search.write(site.resolve("js"));
    }

    private Document finished(Document document, Path page) throws IOException {
        document.outputSettings().prettyPrint(false);
        new Headings(document).mend();
        new Links(repository, javadoc, page).mend(document);
        new Blocks(document).mend();
        if (page.equals(Path.of("bench/RESULTS.html"))) {
            new Charts(repository).into(document);
        }
        new Menu(document, page).mend();
        return document;
    }
}
