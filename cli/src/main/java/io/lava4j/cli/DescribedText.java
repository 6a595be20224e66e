package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;

/** A description for a terminal. */
final class DescribedText {

    private final List<String> lines = new ArrayList<>();

    private DescribedText() {}

    static List<String> lines(Described type) {
        DescribedText text = new DescribedText();
        text.lines.add(type.subject() + ": " + type.title());
        text.lines.add(type.description());
        if (!type.synonyms().isEmpty()) {
            text.lines.add("The same as " + String.join(", ", type.synonyms()) + ".");
        }
        text.table("", type.fields());
        if (type.hasSecrets()) {
            text.lines.add("");
            text.lines.add("* here, or in the AWS Secrets Manager secret that secret_id names");
        }
        return List.copyOf(text.lines);
    }

    private void table(String path, List<DescribedField> fields) {
        rows(path, Described.half(fields, false));
        if (fields.stream().anyMatch(DescribedField::own)) {
            lines.add("");
            lines.add("lava4j's own:");
            rows(path, Described.half(fields, true));
        }
        fields.stream()
                .filter(field -> !field.fields().isEmpty())
                .forEach(field -> table(path + field.name() + ".", field.fields()));
    }

    private void rows(String path, List<DescribedField> fields) {
        lines.add("");
        Table table = new Table("FIELD", "TYPE", "REQUIRED", "DESCRIPTION");
        fields.forEach(field -> table.row(path + field.name(), field.type(), field.requirement(), field.sentences()));
        lines.addAll(table.lines());
    }
}
