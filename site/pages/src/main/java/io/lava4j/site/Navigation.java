package io.lava4j.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** The site plugin's descriptor: the menu as it is written, what docs/reference holds, and guides that were forgotten. */
record Navigation(Repository repository) {
    void write(Path descriptor) throws IOException {
        String written = repository.text(Path.of("site/pages/src/site/site.xml"));
        List<Path> reference =
                repository.isFolder(Path.of("docs/reference")) ? repository.markdownIn("docs/reference") : List.of();
        List<Path> more = repository.markdownIn("docs").stream()
                .filter(page -> page.getNameCount() == 2 && !written.contains(address(page)))
                .toList();
        Files.writeString(descriptor, filled("More", more, filled("Reference", reference, written)));
    }

    private String filled(String name, List<Path> pages, String written) {
        String place = "<menu name=\"%s\"/>".formatted(name);
        if (!written.contains(place)) {
            throw new IllegalStateException("site.xml: expected '%s', a place for more pages".formatted(place));
        }
        String items = pages.stream().map(this::item).collect(Collectors.joining("\n"));
        return written.replace(place, items.isEmpty() ? "" : "<menu name=\"%s\">%s</menu>".formatted(name, items));
    }

    private String item(Path page) {
        return "<item name=\"%s\" %s/>".formatted(Entities.escape(title(page)), address(page));
    }

    private static String address(Path page) {
        return "href=\"%s\"".formatted(PageName.html(page, false));
    }

    private String title(Path page) {
        try {
            return repository
                    .text(page)
                    .lines()
                    .filter(line -> line.startsWith("# "))
                    .map(line ->
                            line.replaceFirst("# ((Connector|Job) type: )?", "").replace("`", ""))
                    .findFirst()
                    .orElse(page.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
