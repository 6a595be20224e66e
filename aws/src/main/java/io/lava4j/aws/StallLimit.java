package io.lava4j.aws;

import io.lava4j.core.error.ConfigurationException;
import java.time.Duration;
import software.amazon.awssdk.utils.SystemSetting;

/** How long a service may send nothing, where it is set: as the SDK's own settings, in a system property or the environment. */
final class StallLimit implements SystemSetting {

    private static final int MOST_SECONDS = 3_600;

    @Override
    public String property() {
        return "lava4j.aws.stall_limit";
    }

    @Override
    public String environmentVariable() {
        return "LAVA_AWS_STALL_LIMIT";
    }

    @Override
    public String defaultValue() {
        return "60";
    }

    /** Reads it. */
    static Duration read() {
        return parsed(new StallLimit().getStringValueOrThrow());
    }

    static Duration parsed(String seconds) {
        if (!seconds.matches("[0-9]{1,4}") || seconds.matches("0+") || Integer.parseInt(seconds) > MOST_SECONDS) {
            throw new ConfigurationException("LAVA_AWS_STALL_LIMIT '" + seconds + "': expected seconds, 1 to "
                    + MOST_SECONDS + "; give a whole number, or leave it out for 60");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
