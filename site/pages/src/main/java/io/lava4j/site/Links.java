package io.lava4j.site;

import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Links to files of the repository lead to their pages in the site. */
record Links(Repository repository, Javadoc javadoc, Path page) {
    void mend(Document document) {
        for (Element link : document.select("main a[href]")) {
            String href = link.attr("href");
            page(href).ifPresent(target -> link.attr("href", fromHere(target) + anchor(href)));
        }
    }

    // The generator has turned .md into .html already.
    private Optional<Path> page(String href) {
        return repository
                .linked(page, href)
                .or(() -> repository.linked(page, href.replaceFirst("\\.html(?=$|#)", ".md")))
                .map(this::page);
    }

    private Path page(Path file) {
        return javadoc.page(file)
                .map(Path.of(Javadoc.PLACE)::resolve)
                .orElseGet(() -> PageName.html(file, repository.isFolder(file)));
    }

    private String fromHere(Path target) {
        Path root = Path.of("/");
        return root.resolve(page).getParent().relativize(root.resolve(target)).toString();
    }

    private static String anchor(String href) {
        return href.contains("#") ? href.substring(href.indexOf('#')) : "";
    }
}
