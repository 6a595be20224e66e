package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import io.lava4j.core.spi.S3LoadPath;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever keeps the contract passes it; each way to break it is noticed by the test of its name. */
class S3LoadPathContractTest {

    private static volatile String fault = "";

    @AfterEach
    void mend() {
        fault = "";
    }

    @Test
    void aPathThatKeepsTheContractPasses() {
        assertEquals(List.of(), Contracts.failed(selectClass(ChuteContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "itsTypesAreNamesInLowerCase",
                "aRefusalHasAReasonAndLeavesTheSessionOpen",
                "anErrorOfTheDataIsNotExplainedWhateverItsWords",
                "whatCanIsNotRefusedAndLeftAsItIs",
                "whatMakesASessionFitIsSaidAndNotDone",
                "aDifferenceIsSaidInWordsAndTheSessionStaysOpen",
                "aStatementIsTheSameWheneverItIsAskedForAndNamesTheTableItIsGiven",
                "aKeyIsALiteralWhateverItHolds",
                "oneProviderGivesStatementsToSeveralThreads"
            })
    void aFaultIsNoticed(String test) {
        fault = test;

        assertFalse(Contracts.failed(selectMethod(ChuteContract.class, test)).isEmpty());
    }

    private static final class Chute implements S3LoadPath {

        @Override
        public Set<String> types() {
            return Set.of(fault.equals("itsTypesAreNamesInLowerCase") ? "Chute" : "chute");
        }

        @Override
        public Optional<String> refusal(LoadRequest request, Connection connection) throws SQLException {
            if (fault.equals("aRefusalHasAReasonAndLeavesTheSessionOpen")) {
                connection.close();
            }
            boolean can = !connection.getCatalog().isEmpty() && !fault.equals("whatCanIsNotRefusedAndLeftAsItIs");
            return can ? Optional.empty() : Optional.of("the server has no role for S3");
        }

        @Override
        public List<String> setUp(Connection connection) throws SQLException {
            boolean opened = !connection.isReadOnly();
            if (fault.equals("whatMakesASessionFitIsSaidAndNotDone")) {
                connection.setReadOnly(true);
            }
            return opened ? List.of("OPEN THE CHUTE") : List.of();
        }

        @Override
        public Optional<String> explain(SQLException refused, Connection connection) {
            boolean all = fault.equals("anErrorOfTheDataIsNotExplainedWhateverItsWords");
            return all || refused.getMessage().startsWith("S3")
                    ? Optional.of("the chute is blocked")
                    : Optional.empty();
        }

        @Override
        public Optional<String> discrepancy(LoadRequest request, Instant since, Connection connection) {
            boolean wordless = fault.equals("aDifferenceIsSaidInWordsAndTheSessionStaysOpen");
            return Optional.of(wordless ? "" : "nothing came down the chute");
        }

        @Override
        public String statement(LoadRequest request, String table, StoredObject object) {
            String key = fault.equals("aKeyIsALiteralWhateverItHolds")
                    ? object.key()
                    : object.key().replace("'", "''");
            boolean another = fault.startsWith("aStatement") || fault.startsWith("oneProvider");
            return "LOAD '" + key + "' INTO " + table + (another ? " /* " + System.nanoTime() + " */" : "");
        }
    }

    /** For the launcher. */
    static class ChuteContract extends S3LoadPathContract {

        @Override
        protected S3LoadPath provider() {
            return new Chute();
        }

        @Override
        protected Optional<Connection> connectionThatCan() {
            return Optional.of(session("a chute"));
        }

        @Override
        protected Connection connectionThatCannot() {
            return session("");
        }

        /** No database is near; the session knows its catalog, whether it was closed and may be written to. */
        private static Connection session(String catalog) {
            AtomicBoolean closed = new AtomicBoolean();
            AtomicBoolean readOnly = new AtomicBoolean();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            closed.set(true);
                        }
                        if (method.getName().equals("setReadOnly")) {
                            readOnly.set(true);
                        }
                        return switch (method.getName()) {
                            case "isClosed" -> closed.get();
                            case "getCatalog" -> catalog;
                            case "isReadOnly" -> readOnly.get();
                            default -> null;
                        };
                    });
        }
    }
}
