package io.lava4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbosityTest {

    private static final String SIGNERS =
            "org.slf4j.simpleLogger.log.software.amazon.awssdk.http.auth.aws.internal.signer";

    @ParameterizedTest
    @ValueSource(strings = {".DefaultV4RequestSigner", ".AnyOther", ".AnyOther$Inner", ".util", ".util.Any"})
    void noSettingMakesASignerTell(String signer) {
        System.setProperty(SIGNERS, "trace");
        System.setProperty(SIGNERS + signer, "trace");

        new Verbosity().apply();

        assertEquals("warn", System.getProperty(SIGNERS));
        assertNull(System.getProperty(SIGNERS + signer), "a more specific setting would win");
    }
}
