package io.lava4j.connector.mysql.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.spi.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadSettingsTest {

    @Test
    void withoutLimitsAreTheUsualOnes() {
        assertEquals(LoadSettings.DEFAULT, LoadSettings.of(spec(Map.of())));
        assertEquals(Duration.ofMinutes(5), LoadSettings.DEFAULT.stall());
        assertEquals(Duration.ofMinutes(1), LoadSettings.DEFAULT.lockWait());
    }

    @Test
    void limitsAreThoseOfTheConnection() {
        LoadSettings settings = LoadSettings.of(spec(Map.of("stall_limit", "90 s", "lock_limit", "1 h")));

        assertEquals(Duration.ofSeconds(90), settings.stall());
        assertEquals(Duration.ofHours(1), settings.lockWait());
    }

    @Test
    void aLimitIsNoLessThanASecond() {
        assertEquals(
                "connection 'test': stall_limit '500 ms' would end loads that only wait their time, expected a second at"
                        + " least; give more, or leave it out for 300 s",
                refusal(Map.of("stall_limit", "0.5 s")));
        assertEquals(
                "connection 'test': lock_limit '0 ms' would end loads that only wait their time, expected a second at"
                        + " least; give more, or leave it out for 60 s",
                refusal(Map.of("lock_limit", 0)));
    }

    private static String refusal(Map<String, Object> fields) {
        return assertThrows(ConfigurationException.class, () -> LoadSettings.of(spec(fields)))
                .getMessage();
    }

    private static Spec spec(Map<String, Object> fields) {
        return new Spec("connection 'test'", fields, Path.of("").toAbsolutePath(), pointer -> "");
    }
}
