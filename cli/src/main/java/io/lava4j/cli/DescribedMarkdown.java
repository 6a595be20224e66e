package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;

/** A description for a page of documentation. */
final class DescribedMarkdown {

    private final List<String> lines = new ArrayList<>();

    private DescribedMarkdown() {}

    static List<String> lines(Described type) {
        DescribedMarkdown page = new DescribedMarkdown();
        page.lines.add("## " + (type.kind().equals("job") ? "Job" : "Connector") + " type: " + type.type());
        page.lines.add("");
        page.lines.add(escaped(type.description().isEmpty() ? type.title() : type.description()));
        page.table("", type.fields());
        if (type.hasSecrets()) {
            page.secrets();
        }
        return List.copyOf(page.lines);
    }

    private void table(String path, List<DescribedField> fields) {
        lines.add("");
        lines.add("|Field|Type|Required|Description|");
        lines.add("|-|-|-|-------------------------------------------------------------|");
        fields.forEach(field -> lines.add("|" + escaped(field.name()).replace("_", "\\_") + "|" + field.type() + "|"
                + field.requirement() + "|" + escaped(field.sentences()) + "|"));
        fields.stream().filter(field -> !field.fields().isEmpty()).forEach(field -> {
            lines.add("");
            lines.add("### Fields of `" + path + field.name() + "`");
            table(path + field.name() + ".", field.fields());
        });
    }

    private void secrets() {
        lines.add("");
        lines.add("!!! info");
        lines.add("    Fields with a **Required** column marked with `*` can have a value provided");
        lines.add("    directly in the connection specification or indirectly via AWS Secrets");
        lines.add("    Manager using the `secret_id` field.");
    }

    /** What Markdown would take for its own. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("\n", " ");
    }
}
