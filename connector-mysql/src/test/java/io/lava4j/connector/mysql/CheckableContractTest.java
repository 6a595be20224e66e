package io.lava4j.connector.mysql;

import io.lava4j.sandbox.Sandbox;
import io.lava4j.sandbox.SandboxExtension;
import io.lava4j.testing.CheckableContract;
import io.lava4j.testing.TestedConnection;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SandboxExtension.class)
@ParameterizedClass
@EnumSource
class CheckableContractTest extends CheckableContract {

    private final Served served;

    CheckableContractTest(Product product, Sandbox sandbox) {
        served = Served.by(product.in(sandbox));
    }

    @Override
    protected TestedConnection connection() {
        return served.connection();
    }
}
