package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.error.CredentialsException;
import io.lava4j.core.local.LocalSecrets;
import io.lava4j.core.spi.Secret;
import io.lava4j.core.spi.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's directory of secrets keeps the contract; each way to break it is noticed by the test of its name. */
class SecretStoreContractTest {

    private static volatile String fault = "";

    @AfterEach
    void mend() {
        fault = "";
    }

    @Test
    void aDirectoryOfSecretsKeepsTheContract() {
        assertEquals(List.of(), Contracts.failed(selectClass(DirectoryContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aNewStoreReadsAndWritesNothing",
                "aParameterIsGivenAsItIsAndSaysThatItIsEncrypted",
                "aDocumentIsGivenAsItIs",
                "eachReadIsAReadOfTheStore",
                "whatIsMissingIsAnErrorThatNamesIt",
                "noSecretIsTold",
                "oneStoreIsReadBySeveralThreads"
            })
    void aFaultIsNoticed(String test) {
        fault = test;

        assertFalse(
                Contracts.failed(selectMethod(DirectoryContract.class, test)).isEmpty());
    }

    /** For the launcher. */
    static class DirectoryContract extends SecretStoreContract {

        @TempDir
        Path directory;

        @Override
        protected SecretStore store() {
            return new Faulty(new LocalSecrets(directory), new ConcurrentHashMap<>(), new AtomicBoolean());
        }

        @Override
        protected void putParameter(String name, String value) {
            putDocument(name.substring(1), value);
        }

        @Override
        protected void putDocument(String id, String text) {
            Path file = directory.resolve(id);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private record Faulty(SecretStore sound, Map<String, Parameter> read, AtomicBoolean inUse) implements SecretStore {

        Faulty {
            if (fault.equals("aNewStoreReadsAndWritesNothing")) {
                Contracts.readAFile();
            }
        }

        @Override
        public Parameter parameter(String name) {
            if (fault.equals("oneStoreIsReadBySeveralThreads") && inUse.getAndSet(true)) {
                throw new CredentialsException("one at a time");
            }
            if (fault.equals("eachReadIsAReadOfTheStore")) {
                return read.computeIfAbsent(name, sound::parameter);
            }
            boolean plain = fault.equals("aParameterIsGivenAsItIsAndSaysThatItIsEncrypted");
            Parameter found = sound.parameter(name);
            read.put(name, found);
            return plain ? new Parameter(found.value(), false) : found;
        }

        @Override
        public Secret document(String id) {
            try {
                Secret found = sound.document(id);
                return fault.equals("aDocumentIsGivenAsItIs")
                        ? new Secret(found.reveal().replace(" ", ""))
                        : found;
            } catch (CredentialsException missing) {
                throw fault.equals("whatIsMissingIsAnErrorThatNamesIt")
                        ? new CredentialsException("no such secret")
                        : missing;
            }
        }

        @Override
        public String toString() {
            return fault.equals("noSecretIsTold")
                    ? "secrets " + read.values().iterator().next().value().reveal()
                    : "secrets";
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
