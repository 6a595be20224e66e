package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Whoever keeps the contract passes it; each way to break it is noticed. */
class LoadTargetContractTest {

    @AfterEach
    void mend() {
        Shelf.fault = Optional.empty();
    }

    @Test
    void aConnectorThatKeepsTheContractPasses() {
        assertEquals(List.of(), failed(selectClass(ShelfContract.class)));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoticed(Fault fault) {
        Shelf.fault = Optional.of(fault);

        List<String> failed = failed(selectMethod(ShelfContract.class, fault.noticedBy()));

        assertFalse(failed.isEmpty(), () -> fault.noticedBy() + " has not noticed " + fault);
    }

    private static List<String> failed(DiscoverySelector tests) {
        List<String> failed = new ArrayList<>();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(tests).build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != Status.SUCCESSFUL) {
                    failed.add(test.getDisplayName() + ": " + result);
                }
            }
        });
        return failed;
    }
}
