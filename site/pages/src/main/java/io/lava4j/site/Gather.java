package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers what the site shows: README, changelog and docs, and whatever of the repository these link to, directly or not. What is
 * not Markdown gets a page that shows it.
 */
public final class Gather {
    private static final List<String> FIRST =
            List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "bench/RESULTS.md");

    private final Repository repository;
    private final Javadoc javadoc;
    private final Path pages;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Set<Path> seen = new HashSet<>();

    private Gather(Repository repository, Javadoc javadoc, Path pages) {
        this.repository = repository;
        this.javadoc = javadoc;
        this.pages = pages;
    }

    /** Takes the root of the repository, the folder of the Javadoc, the folder to fill, and that of the site, which begins anew. */
    public static void main(String[] arguments) throws IOException {
        Repository repository = new Repository(Path.of(arguments[0]));
        Path filled = Path.of(arguments[2]);
        Trees.delete(filled);
        Trees.delete(Path.of(arguments[3]));
        new Gather(repository, new Javadoc(Path.of(arguments[1])), filled).all();
        new Navigation(repository).write(filled.resolve("site.xml"));
    }

    private void all() throws IOException {
        for (String first : FIRST) {
            want(repository.file(first));
        }
        for (Path document : repository.markdownIn("docs")) {
            want(document);
        }
        while (!waiting.isEmpty()) {
            page(waiting.remove());
        }
    }

    private void want(Path file) {
        if (seen.add(file) && !javadoc.covers(file)) {
            waiting.add(file);
        }
    }

    private void page(Path file) throws IOException {
        String text = new SourcePage(repository, file).markdown();
        Path page = pages.resolve("markdown").resolve(PageName.markdown(file, repository.isFolder(file)));
        Files.createDirectories(page.getParent());
        Files.writeString(page, text);
        for (String link : MarkdownLinks.in(text)) {
            repository.linked(file, link).ifPresent(this::want);
        }
    }
}
