package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.fuzz.Choices;
import io.lava4j.fuzz.Hostile;
import io.lava4j.fuzz.Property;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** An option file holds the options that are meant, each with its value. */
public final class OptionFileProperty implements Property {

    static final Client CLIENT = new Client(
            Path.of("/bin/mariadb"), ClientVersion.parse("from 11.4.5-MariaDB").orElseThrow());

    @Override
    public void holds(Choices data) {
        List<String> meant = new ArrayList<>(List.of("--protocol=tcp"));
        OptionFile file = new OptionFile("connection 'x'", CLIENT).set("protocol=tcp");
        for (String option : List.of("host", "user", "password", "database")) {
            String value = Hostile.text(data).repeat(data.one(List.of(1, 1, 1, 50, 600)));
            try {
                file.set(option, option, value);
                meant.add("--" + option + "=" + value);
            } catch (ConfigurationException refused) {
                Assertions.assertFalse(
                        refused.getMessage().contains(value) && value.length() > 30, refused.getMessage());
            }
        }
        // A lone half of a character is none: it is written as a question mark.
        List<String> written = meant.stream()
                .map(option -> new String(option.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .toList();
        Assertions.assertEquals(written, ReadOptions.of(new String(file.bytes(), StandardCharsets.UTF_8)));
    }
}
