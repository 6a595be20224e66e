package io.lava4j.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.core.error.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StallLimitTest {

    @Test
    void withoutASettingItIsAMinute() {
        assertEquals(Duration.ofMinutes(1), StallLimit.read());
    }

    @Test
    void itIsASettingInSeconds() {
        assertEquals(Duration.ofSeconds(1), StallLimit.parsed("1"));
        assertEquals(Duration.ofHours(1), StallLimit.parsed("3600"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-1", "1 m", "3601", "99999999999", "", "x"})
    void anythingElseIsNone(String given) {
        String message = assertThrows(ConfigurationException.class, () -> StallLimit.parsed(given))
                .getMessage();

        assertEquals(
                "LAVA_AWS_STALL_LIMIT '" + given
                        + "': expected seconds, 1 to 3600; give a whole number, or leave it out for 60",
                message);
    }
}
