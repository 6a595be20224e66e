package io.lava4j.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The Markdown of a page: the file itself, or what shows a file that is not Markdown, or a folder. */
record SourcePage(Repository repository, Path file) {
    String markdown() throws IOException {
        if (repository.isFolder(file)) {
            return folder();
        }
        String text = repository.text(file);
        return file.toString().endsWith(".md") ? text : shown(text);
    }

    private String folder() throws IOException {
        return repository.files(file).map(this::entry).collect(Collectors.joining("", title(), ""));
    }

    private String entry(Path entry) {
        Path name = file.relativize(entry);
        return "- [%s](%s)\n".formatted(name, name);
    }

    private String shown(String text) {
        String fence = "`".repeat(4);
        return "%s%s%s\n%s\n%s\n".formatted(title(), fence, language(), text.stripTrailing(), fence);
    }

    private String title() {
        return "# `%s`\n\n".formatted(file);
    }

    private String language() {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "text";
    }
}
