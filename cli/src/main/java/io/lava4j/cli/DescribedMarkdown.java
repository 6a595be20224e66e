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
        rows(Described.half(fields, false));
        if (fields.stream().anyMatch(DescribedField::own)) {
            lines.add("");
            lines.add("### lava4j's own");
            rows(Described.half(fields, true));
        }
        fields.stream().filter(field -> !field.fields().isEmpty()).forEach(field -> {
            lines.add("");
            lines.add("### Fields of `" + path + field.name() + "`");
            table(path + field.name() + ".", field.fields());
        });
    }

    private void rows(List<DescribedField> fields) {
        lines.add("");
        lines.add("|Field|Type|Required|Description|");
        lines.add("|-|-|-|-------------------------------------------------------------|");
        fields.forEach(field -> lines.add("|" + escaped(field.name()).replace("_", "\\_") + "|" + field.type() + "|"
                + field.requirement() + "|" + escaped(field.sentences()) + "|"));
    }

    private void secrets() {
        lines.add("");
        lines.add("!!! info");
        lines.add("    Fields with a **Required** column marked with `*` can have a value provided");
        lines.add("    directly in the connection specification or indirectly via AWS Secrets");
        lines.add("    Manager using the `secret_id` field.");
    }

    /** What Markdown would take for its own; between back quotes it takes only the bar, in a table. */
    private static String escaped(String text) {
        String[] parts = text.replace("\n", " ").split("`", -1);
        for (int part = 0; part < parts.length; part += 2) {
            parts[part] = parts[part].replace("\\", "\\\\").replace("<", "&lt;").replace("*", "\\*");
        }
        return String.join("`", parts).replace("|", "\\|");
    }
}
