package io.lava4j.cli;

import java.util.ArrayList;
import java.util.List;

/** A description for a terminal. */
final class DescribedText {

    private final List<String> lines = new ArrayList<>();

    private final Terminal terminal;

    private DescribedText(Terminal terminal) {
        this.terminal = terminal;
    }

    static List<String> lines(Described type, Terminal terminal) {
        DescribedText text = new DescribedText(terminal);
        text.sentences(type.subject() + ": " + type.title());
        text.sentences(type.description());
        if (!type.synonyms().isEmpty()) {
            text.sentences("The same as " + String.join(", ", type.synonyms()) + ".");
        }
        text.table("", type.fields());
        if (type.hasSecrets()) {
            text.lines.add("");
            text.sentences("* here, or in the AWS Secrets Manager secret that secret_id names");
        }
        return List.copyOf(text.lines);
    }

    private void sentences(String said) {
        lines.addAll(new Wrapping(terminal.outWidth()).lines(said, 0));
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
        lines.addAll(table.lines(terminal));
    }
}
