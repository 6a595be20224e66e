package io.lava4j.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.local.LocalObjects;
import io.lava4j.core.spi.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's directory of objects keeps the contract; each way to break it is noticed by the test of its name. */
class ObjectStoreContractTest {

    private static volatile String fault = "";

    @AfterEach
    void mend() {
        fault = "";
    }

    @Test
    void aDirectoryOfObjectsKeepsTheContract() {
        assertEquals(List.of(), Contracts.failed(selectClass(DirectoryContract.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aNewStoreReadsAndWritesNothing",
                "whatIsPutIsFoundListedAndRead",
                "whatIsNotThereIsEmpty",
                "keysAreListedInTheOrderOfTheirBytes",
                "aPrefixIsPlainText",
                "anObjectIsReadFromAnyOffsetToItsEnd",
                "anObjectThatWasReplacedIsAnErrorThatNamesIt",
                "aBucketThatIsMissingIsAnErrorThatNamesIt",
                "theStoreOfTheBucketsRegionFindsTheSame",
                "oneStoreIsReadBySeveralThreads"
            })
    void aFaultIsNoticed(String test) {
        fault = test;

        assertFalse(
                Contracts.failed(selectMethod(DirectoryContract.class, test)).isEmpty());
    }

    /** For the launcher. */
    static class DirectoryContract extends ObjectStoreContract {

        @TempDir
        Path directory;

        @BeforeEach
        void makeABucket() throws IOException {
            Files.createDirectory(directory.resolve("exports"));
        }

        @Override
        protected ObjectStore store() {
            return new Faulty(new LocalObjects(directory), new AtomicBoolean());
        }

        @Override
        protected String bucket() {
            return "exports";
        }
    }

    private record Faulty(ObjectStore sound, AtomicBoolean inUse) implements ObjectStore {

        Faulty {
            if (fault.equals("aNewStoreReadsAndWritesNothing")) {
                Contracts.readAFile();
            }
        }

        @Override
        public Optional<StoredObject> head(String bucket, String key) {
            return fault.equals("whatIsNotThereIsEmpty")
                    ? sound.list(bucket, key).stream().findFirst()
                    : sound.head(bucket, key);
        }

        @Override
        public List<StoredObject> list(String bucket, String prefix) {
            if (fault.equals("keysAreListedInTheOrderOfTheirBytes")) {
                return sound.list(bucket, prefix).stream()
                        .sorted(Comparator.comparing(StoredObject::key))
                        .toList();
            }
            return sound.list(bucket, fault.equals("aPrefixIsPlainText") ? prefix.replaceAll("\\*.*", "") : prefix);
        }

        @Override
        public InputStream read(StoredObject object, long offset) throws IOException {
            if (fault.equals("oneStoreIsReadBySeveralThreads") && inUse.getAndSet(true)) {
                throw new JobFailedException("one at a time");
            }
            if (fault.equals("anObjectThatWasReplacedIsAnErrorThatNamesIt")) {
                return new ByteArrayInputStream(new byte[(int) object.size()]);
            }
            return sound.read(object, fault.equals("anObjectIsReadFromAnyOffsetToItsEnd") ? 0 : offset);
        }

        @Override
        public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
            sound.put(bucket, fault.equals("whatIsPutIsFoundListedAndRead") ? key.strip() + "?" : key, file, kmsKey);
        }

        @Override
        public Optional<String> region(String bucket) {
            if (fault.equals("aBucketThatIsMissingIsAnErrorThatNamesIt")) {
                return Optional.empty();
            }
            return fault.equals("theStoreOfTheBucketsRegionFindsTheSame")
                    ? Optional.of("elsewhere")
                    : sound.region(bucket);
        }

        @Override
        public ObjectStore in(String region) {
            return new LoadObjects();
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
