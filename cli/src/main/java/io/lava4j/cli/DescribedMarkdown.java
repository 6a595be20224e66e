package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A description as a page of documentation. */
final class DescribedMarkdown {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private final Described type;
    private final PageLinks links;
    private final List<String> lines = new ArrayList<>();

    private DescribedMarkdown(Described type, PageLinks links) {
        this.type = type;
        this.links = links;
    }

    /** The page alone: its links to others are plain text. */
    static List<String> lines(Described type) {
        return lines(type, PageLinks.NONE);
    }

    static List<String> lines(Described type, PageLinks links) {
        DescribedMarkdown page = new DescribedMarkdown(type, links);
        page.head();
        type.examples().forEach(page::example);
        page.section("## Fields");
        page.table("", type.fields());
        if (!type.guide().isEmpty()) {
            page.section(links.resolved(type.guide()).strip());
        }
        return List.copyOf(page.lines);
    }

    private void head() {
        String subject = type.subject().replace(" type ", " type: ");
        lines.add("# " + subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1));
        section(MarkdownText.prose(type.description().isEmpty() ? type.title() : type.description()));
        if (!type.synonyms().isEmpty()) {
            section("The same as "
                    + type.synonyms().stream()
                            .map(synonym -> links.to(type.kind(), synonym))
                            .collect(Collectors.joining(" and "))
                    + ".");
        }
    }

    private void example(JsonNode spec) {
        section("```yaml");
        lines.add(YAML.writeValueAsString(spec).strip());
        lines.add("```");
    }

    private void table(String path, List<DescribedField> fields) {
        rows(Described.half(fields, false));
        if (path.isEmpty() && type.hasSecrets()) {
            section("Fields with a **Required** column marked with `*` can have a value provided directly in the"
                    + " connection specification or indirectly via AWS Secrets Manager using the `secret_id` field:"
                    + " under the key that is named as \"in the secret\".");
        }
        if (fields.stream().anyMatch(DescribedField::own)) {
            section("### lava4j's own");
            rows(Described.half(fields, true));
        }
        fields.stream().filter(field -> !field.fields().isEmpty()).forEach(field -> {
            section("## Fields of `" + path + field.name() + "`");
            table(path + field.name() + ".", field.fields());
        });
    }

    private void rows(List<DescribedField> fields) {
        section("|Field|Type|Required|Description|");
        lines.add("|-|-|-|-------------------------------------------------------------|");
        fields.forEach(field -> lines.add("|" + MarkdownText.cell(field.name()).replace("_", "\\_") + "|" + field.type()
                + "|" + field.requirement() + "|" + MarkdownText.cell(field.sentencesAndExamples()) + "|"));
    }

    private void section(String text) {
        lines.add("");
        lines.add(text);
    }
}
