package io.lava4j.connector.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lava4j.connector.mysql.wire.AnswerLimit.ExcessException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerLimitTest {

    private static final int MOST = (int) AnswerLimit.MOST_BYTES;
    private static final Duration BLINK = Duration.ofNanos(1);

    private long now = Long.MAX_VALUE - 1;
    private final AnswerLimit limit = new AnswerLimit(() -> now);

    @Test
    void anAnswerOfTheMostBytesIsTaken() throws IOException {
        limit.came(MOST);

        assertEquals(
                "it sends more than 4 MiB in answer to one question",
                assertThrows(ExcessException.class, () -> limit.came(1)).getMessage());
    }

    @Test
    void eachAnswerCountsForItself() throws IOException {
        limit.came(MOST);
        limit.asked();

        assertDoesNotThrow(() -> limit.came(MOST));
    }

    @Test
    void aLoginThatTricklesEndsHoweverManyStepsItTakes() throws IOException {
        for (Duration passed = Duration.ZERO;
                passed.compareTo(AnswerLimit.LOGIN) < 0;
                passed = passed.plus(Duration.ofSeconds(5))) {
            pass(Duration.ofSeconds(5));
            limit.came(1);
            limit.asked();
        }
        pass(BLINK);

        assertEquals(
                "its answer does not come to an end",
                assertThrows(ExcessException.class, () -> limit.came(1)).getMessage());
    }

    @Test
    void anAnswerThatTricklesEnds() throws IOException {
        limit.loggedIn();
        pass(AnswerLimit.LOGIN.plus(AnswerLimit.ANSWER));
        limit.asked();
        pass(AnswerLimit.ANSWER);
        limit.came(1);
        pass(BLINK);

        assertThrows(ExcessException.class, () -> limit.came(1));
    }

    @Test
    void aStatementMayTakeItsTimeOnceThatIsSaid() {
        limit.loggedIn();
        limit.silence(Duration.ZERO);
        pass(Duration.ofDays(1));

        assertDoesNotThrow(() -> limit.came(MOST));
        assertThrows(ExcessException.class, () -> limit.came(1));
    }

    @Test
    void whoAllowsALongSilenceAllowsALongAnswer() {
        limit.loggedIn();
        limit.silence(AnswerLimit.ANSWER);
        pass(Duration.ofMinutes(5));

        assertDoesNotThrow(() -> limit.came(1));
    }

    @Test
    void whatIsLiftedHasNoTimeEither() {
        limit.loggedIn();
        limit.lift();
        limit.silence(Duration.ofSeconds(10));
        pass(Duration.ofDays(1));

        assertDoesNotThrow(() -> limit.came(1));
    }

    @Test
    void theEndOfAStreamIsNoByte() throws IOException {
        limit.came(MOST);

        assertDoesNotThrow(() -> limit.came(-1));
    }

    @Test
    void whatIsLiftedStaysLifted() {
        limit.lift();

        assertDoesNotThrow(() -> limit.came(MOST));
        assertDoesNotThrow(() -> limit.came(MOST));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
