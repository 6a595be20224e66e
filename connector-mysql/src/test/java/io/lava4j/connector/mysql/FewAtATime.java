package io.lava4j.connector.mysql;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For tests that run side by side and do not wait but work: more of them at a time would be no faster, and each so slow that
 * a login does not end in time.
 */
final class FewAtATime implements BeforeEachCallback, AfterEachCallback {

    private static final Semaphore TURNS = new Semaphore(3);

    @Override
    public void beforeEach(ExtensionContext test) throws InterruptedException {
        TURNS.acquire();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TURNS.release();
    }
}
