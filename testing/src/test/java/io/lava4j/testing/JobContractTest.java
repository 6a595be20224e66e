package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.spi.JobProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps the contract passes it; each way to break it is noticed by the test of its name. */
class JobContractTest {

    @AfterEach
    void mend() {
        Errand.fault = "";
    }

    @Test
    void aJobThatKeepsTheContractPasses() {
        assertEquals(List.of(), Contracts.failed(selectClass(ErrandContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theSpecHasNoFaults",
                "faultsOfAnInvalidSpecAreToldOrLeftToTheSchema",
                "itRunsToItsEndAndClosesWhatItOpened",
                "itsResultHoldsPlainValues",
                "aDryRunLoadsNothingAndWritesNothing",
                "aConnectionThatCannotBeHadIsAnErrorThatComesOutAsItIs",
                "aLoadThatIsRefusedIsAnErrorThatComesOutAsItIs",
                "aLoadThatFailsIsAnErrorThatComesOutAsItIs",
                "aLoadThatIsCancelledIsAnErrorThatComesOutAsItIs",
                "anInterruptWhileItReadsAnObjectCancelsIt",
                "oneProviderRunsJobsFromSeveralThreads"
            })
    void aFaultIsNoticed(String test) {
        Errand.fault = test;

        assertFalse(Contracts.failed(selectMethod(ErrandContract.class, test)).isEmpty());
    }

    /** For the launcher. */
    static class ErrandContract extends JobContract {

        @Override
        protected JobProvider provider() {
            return new Errand();
        }

        @Override
        protected Map<String, Object> fields() {
            return Map.of("parameters", Map.of("to", "dwh"));
        }

        @Override
        protected Map<String, String> objects() {
            return Map.of("a", "b");
        }
    }
}
