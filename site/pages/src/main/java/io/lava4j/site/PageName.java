package io.lava4j.site;

import java.nio.file.Path;

/** Where the page of a file of the repository stands. */
final class PageName {
    private PageName() {}

    /** The name of its Markdown, of which the generator makes a page with .html in the place of .md. */
    static Path markdown(Path file, boolean folder) {
        if (folder) {
            return file.resolve("index.md");
        }
        String name = file.getFileName().toString();
        if (name.equals("README.md")) {
            return file.resolveSibling("index.md");
        }
        return file.resolveSibling(name.endsWith(".md") ? name : name + ".md");
    }

    static Path html(Path file, boolean folder) {
        Path markdown = markdown(file, folder);
        return markdown.resolveSibling(markdown.getFileName().toString().replaceFirst("md$", "html"));
    }
}
