package io.lava4j.connector.mysql.session;

import java.nio.charset.StandardCharsets;

/** The name under which a session shows at the server, as the driver's connection attribute. */
final class ProgramName {

    /** All attributes vanish when they are over 512 bytes together; the driver's own take about 200. */
    private static final int MOST_BYTES = 200;

    private ProgramName() {}

    static String attribute(String application) {
        // A comma would begin another attribute.
        return "program_name:" + cut(application.replaceAll("[\"'`\\\\,\\p{Cntrl}]", ""));
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
