package io.lava4j.cli;

import io.lava4j.core.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** The reference of an installation, plugins and all: a page for each type, for the realm and for the command. */
final class Reference {

    private final List<Described> types;
    private final PageLinks links;

    private Reference(List<TypeSchema> schemas) {
        types = schemas.stream()
                .filter(schema -> !schema.type().isEmpty())
                .map(Described::of)
                .toList();
        links = new PageLinks(types.stream().map(Reference::page).collect(Collectors.toSet()));
    }

    /** Name of the file to its text. */
    static Map<String, String> pages(List<TypeSchema> schemas, CommandLine command) {
        Reference reference = new Reference(schemas);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", text(reference.index()));
        reference.types.forEach(type -> pages.put(file(type), text(DescribedMarkdown.lines(type, reference.links))));
        pages.put("cli.md", text(CommandPage.lines(command)));
        return pages;
    }

    private List<String> index() {
        List<String> lines = new ArrayList<>(List.of(
                "# Reference",
                "",
                "What this installation brings, told by itself: `lava describe --all` writes these pages.",
                "",
                "|Page|What it is|",
                "|-|-------------------------------------------------------------|"));
        types.forEach(type ->
                lines.add("|[" + type.subject() + "](" + file(type) + ")|" + MarkdownText.cell(type.title()) + "|"));
        lines.add("|[the command](cli.md)|Its subcommands, exit statuses and environment.|");
        return lines;
    }

    private static String file(Described type) {
        return PageLinks.file(page(type));
    }

    private static String page(Described type) {
        return type.isRealm() ? type.kind() : type.kind() + "/" + type.type();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
