package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Connector.Grade;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a connector must keep to that is {@link io.lava4j.core.spi.Connector.Checkable}. */
public abstract class CheckableContract extends ConnectorContract {

    /** For subclasses. */
    protected CheckableContract() {}

    @Test
    void whereAllIsWellNoStepFailsOrIsSkippedAndEachSaysWhatItSaw() {
        Walk walk = walk(fields(), context(this::credentials));

        assertEquals(List.of(), walk.steps(Grade.FAILED), walk::toString);
        assertEquals(List.of(), walk.skipped(), walk::toString);
        assertFalse(walk.steps(Grade.OK).isEmpty(), walk::toString);
        walk.steps(Grade.OK).forEach(step -> assertFalse(walk.found(step).seen().isBlank(), step));
    }

    @Test
    void whatLeadsNowhereFailsInAStepAndWhatNeedsItIsSkipped() {
        Walk walk = walk(connection().unreachable(), context(this::credentials));

        assertFalse(walk.steps(Grade.FAILED).isEmpty(), walk::toString);
        assertFalse(walk.skipped().isEmpty(), walk::toString);
    }

    @Test
    void refusedCredentialsFailInAStep() {
        Secret wrong = new Secret("not-the-password-" + System.nanoTime());
        LentContext context = context(() -> new Credentials(credentials().user(), wrong, Optional.empty()));

        Walk walk = walk(fields(), context);

        assertTrue(context.readings.get() == 0 || !walk.steps(Grade.FAILED).isEmpty(), walk::toString);
        told.assertSilentOn(wrong);
    }

    @Test
    void credentialsThatCannotBeReadFailInAStep() {
        LentContext context = context(() -> {
            throw new CredentialsException("parameter 'contract': there is none");
        });

        Walk walk = walk(fields(), context);

        assertTrue(context.readings.get() == 0 || !walk.steps(Grade.FAILED).isEmpty(), walk::toString);
    }

    private Walk walk(Map<String, Object> fields, LentContext context) {
        Walk walk = Walk.along(connect(fields, context), Optional.empty());
        told.add(walk);
        return walk;
    }
}
