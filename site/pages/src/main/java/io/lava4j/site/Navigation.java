package io.lava4j.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** The site plugin's descriptor: the menu as it is written, and in it what docs/reference holds. */
record Navigation(Repository repository) {
    private static final String PLACE = "<menu name=\"Reference\"/>";

    void write(Path descriptor) throws IOException {
        String written = repository.text(Path.of("site/pages/src/site/site.xml"));
        if (!written.contains(PLACE)) {
            throw new IllegalStateException("site.xml: expected '%s', the place of the reference".formatted(PLACE));
        }
        Files.writeString(descriptor, written.replace(PLACE, reference()));
    }

    private String reference() throws IOException {
        if (!repository.isFolder(Path.of("docs/reference"))) {
            return "";
        }
        return repository.markdownIn("docs/reference").stream()
                .map(this::item)
                .collect(Collectors.joining("\n", "<menu name=\"Reference\">", "</menu>"));
    }

    private String item(Path page) {
        try {
            String title = repository
                    .text(page)
                    .lines()
                    .filter(line -> line.startsWith("# "))
                    .findFirst()
                    .orElse(page.toString())
                    .replaceFirst("^# *", "");
            return "<item name=\"%s\" href=\"%s\"/>"
                    .formatted(Entities.escape(title.replace("`", "")), PageName.html(page, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
