package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.spi.Credentials;
import io.lava4j.core.spi.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps the contract passes it; each way to break it is noticed by the test of its name. */
class CommandLineContractTest {

    @AfterEach
    void mend() {
        Bell.fault = "";
    }

    @Test
    void aConnectorThatKeepsTheContractPasses() {
        assertEquals(List.of(), Contracts.failed(selectClass(BellContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theExecutableIsWhereItWasWantedAndOnlyItsUserMayRunIt",
                "itAnswers",
                "itsTextHoldsNoValueOfTheConnection",
                "noSecretIsInTheExecutableOrInAFileThatOthersMayRead",
                "twoLiveSideBySideAndEachEndsByItself",
                "closeRemovesAllThatWasInstalledAndTwiceIsHarmless",
                "noThreadIsLeftBehind"
            })
    void aFaultIsNoticed(String test) {
        Bell.fault = test;

        assertFalse(Contracts.failed(selectMethod(BellContract.class, test)).isEmpty());
    }

    /** For the launcher. */
    static class BellContract extends CommandLineContract {

        @Override
        protected TestedConnection connection() {
            return new TestedConnection(
                    Bell::new,
                    Map.of("door", "the back door"),
                    Map.of("door", "nowhere"),
                    new Credentials("postman", new Secret("open sesame"), Optional.empty()));
        }

        @Override
        protected List<String> question() {
            return List.of("ring");
        }

        @Override
        protected String answer() {
            return "ring at the back door";
        }
    }
}
