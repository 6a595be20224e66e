package io.lava4j.connector.mysql;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.CheckableContract;
import io.lava4j.testing.TestedConnection;
import org.junit.jupiter.api.extension.ExtendWith;

/** On MySQL alone: {@link CheckTest} has each step on both. */
@ExtendWith(SandboxExtension.class)
class CheckableContractTest extends CheckableContract {

    private final Served served;

    CheckableContractTest(Sandbox sandbox) {
        served = Served.by(sandbox.mysql());
    }

    @Override
    protected TestedConnection connection() {
        return served.connection();
    }
}
