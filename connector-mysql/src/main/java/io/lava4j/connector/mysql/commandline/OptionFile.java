package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an option file holds, in the way in which clients read it. */
final class OptionFile {

    /** What MariaDB's clients read at once; of a longer line they take the rest for another, and print it. */
    private static final int MOST_BYTES = 4094;

    private final String subject;
    private final Client client;
    private final List<String> lines = new ArrayList<>(List.of("[mysql]"));

    OptionFile(String subject, Client client) {
        this.subject = subject;
        this.client = client;
    }

    /** An option without a value. */
    OptionFile set(String option) {
        lines.add(option);
        return this;
    }

    /** An option that a field of the spec gives; a fault names the field. */
    OptionFile set(String option, String field, String value) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException(subject + ": '" + field + "' holds a control character, which an option"
                    + " file of the command line client cannot hold; take it out");
        }
        String line = option + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (client.cutsLongLines() && line.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ConfigurationException(subject + ": '" + field + "' is too long for " + client
                    + ", whose option files have lines of " + MOST_BYTES
                    + " bytes at most; shorten it, or install a MySQL client from 8.1 on");
        }
        lines.add(line);
        return this;
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
