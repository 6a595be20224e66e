package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever keeps the contract passes it; each way to break it is noticed. */
class LoadTargetContractTest {

    @AfterEach
    void mend() {
        Shelf.fault = Optional.empty();
    }

    @Test
    void aConnectorThatKeepsTheContractPasses() {
        assertEquals(List.of(), Contracts.failed(selectClass(ShelfContract.class)));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsNoticed(Fault fault) {
        Shelf.fault = Optional.of(fault);

        List<String> failed = Contracts.failed(selectMethod(ShelfContract.class, fault.noticedBy()));

        assertFalse(failed.isEmpty(), () -> fault.noticedBy() + " has not noticed " + fault);
    }
}
