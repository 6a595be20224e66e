package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.error.ConfigurationException;
import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.spi.Authentication;
import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps the contract passes it; each way to break it is noticed by the test of its name. */
class AuthenticationContractTest {

    private static volatile String fault = "";

    @AfterEach
    void mend() {
        fault = "";
    }

    @Test
    void anAuthenticationThatKeepsTheContractPasses() {
        assertEquals(List.of(), Contracts.failed(selectClass(TicketContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "itsTypesAreNamesInLowerCase",
                "theCredentialsAreOfTheUserAndGoodNow",
                "whatItForbidsIsAnErrorOfOurs",
                "noSecretIsTold"
            })
    void aFaultIsNoticed(String test) {
        fault = test;

        assertFalse(Contracts.failed(selectMethod(TicketContract.class, test)).isEmpty());
    }

    private static final class Tickets implements Authentication {

        private String last = "";

        @Override
        public Set<String> types() {
            return Set.of(fault.equals("itsTypesAreNamesInLowerCase") ? "Ticket" : "ticket");
        }

        @Override
        public String means() {
            return "a ticket";
        }

        @Override
        public Credentials credentials(Spec spec) {
            if (!spec.flag("ssl", false)) {
                String message = "connection: a ticket needs 'ssl: true'";
                throw fault.equals("whatItForbidsIsAnErrorOfOurs")
                        ? new CredentialsException(message)
                        : new ConfigurationException(message);
            }
            last = "ticket " + System.nanoTime();
            boolean ended = fault.equals("theCredentialsAreOfTheUserAndGoodNow");
            Instant end = ended ? Instant.EPOCH : Instant.now().plusSeconds(900);
            return new Credentials(spec.required("user"), new Secret(last), Optional.of(end));
        }

        @Override
        public String toString() {
            return fault.equals("noSecretIsTold") ? "last: " + last : "tickets";
        }
    }

    /** For the launcher. */
    static class TicketContract extends AuthenticationContract {

        private final Authentication tickets = new Tickets();

        @Override
        protected Authentication provider() {
            return tickets;
        }

        @Override
        protected Map<String, Object> fields() {
            return Map.of("user", "clerk", "ssl", true);
        }

        @Override
        protected Map<String, Object> forbidden() {
            return Map.of("user", "clerk", "ssl", false);
        }
    }
}
