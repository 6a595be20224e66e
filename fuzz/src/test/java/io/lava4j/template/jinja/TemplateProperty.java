package io.lava4j.template.jinja;

import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Property;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Any template ends in a text within its bounds, or in a message; neither shows anything of the machine. */
public final class TemplateProperty implements Property {

    private static final int MOST = 1_000_000;
    private static final Map<String, Object> VARIABLES = Map.of(
            "key", "a/b.csv",
            "vars", Map.of("n", 7, "l", List.of(1, "x", List.of())),
            "ustart", ZonedDateTime.of(2026, 3, 1, 10, 20, 30, 0, ZoneOffset.UTC));

    @Override
    public void holds(Choices data) {
        String template = new TemplateText(data).text();
        String end;
        try {
            end = new JinjaTemplates().render(template, VARIABLES);
        } catch (IllegalArgumentException refused) {
            end = refused.getMessage();
            Assertions.assertNotNull(end, template);
        }
        Assertions.assertTrue(end.length() <= 2 * MOST, template);
        for (String foreign : List.of("java.", "io.lava4j", "jinja.", "[L", "@", "Exception", "null")) {
            boolean told = template.contains(foreign);
            Assertions.assertTrue(told || !end.contains(foreign), template + " ends in " + end);
        }
    }
}
