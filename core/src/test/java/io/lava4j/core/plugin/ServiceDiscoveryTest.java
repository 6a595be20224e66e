package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.sample.SampleConnectors;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.S3LoadPath;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the class path gives; the module path has its test in the assembled distribution. */
final class ServiceDiscoveryTest {

    @TempDir
    Path directory;

    @Test
    void aConnectorOfAStrangerIsFoundWithItsPlace() {
        Found<ConnectorProvider> found =
                new ServiceDiscovery().find(ConnectorProvider.class).get(0);

        assertEquals(SampleConnectors.class.getName(), found.className());
        assertTrue(
                Files.isDirectory(Path.of(found.origin().place())),
                found.origin().place());
        assertEquals("", found.fault());
        assertEquals("the class path", new ServiceDiscovery().description());
    }

    @Test
    void whereNobodyIsRegisteredNobodyIsFound() {
        assertEquals(List.of(), new ServiceDiscovery().find(S3LoadPath.class));
    }

    @Test
    void aConstructorThatThrowsIsNamedWhileOthersWork() throws IOException {
        List<Found<ConnectorProvider>> found =
                found(Throwing.class.getName() + "\n" + SampleConnectors.class.getName() + "\n");

        assertEquals(Throwing.class.getName(), found.get(0).className());
        assertEquals(
                "its constructor failed: java.lang.IllegalStateException: boom",
                found.get(0).fault());
        assertTrue(found.get(1).provider().isPresent());
    }

    @Test
    void aMissingClassAndAStrangersClassAreNamedWhileOthersWork() throws IOException {
        List<Found<ConnectorProvider>> found = found("io.stranger.Missing\n" + ServiceDiscoveryTest.class.getName()
                + "\n" + SampleConnectors.class.getName() + "\n");

        assertEquals(
                List.of(
                        "Provider io.stranger.Missing not found",
                        ServiceDiscoveryTest.class.getName() + " not a subtype",
                        ""),
                found.stream().map(Found::fault).toList());
    }

    @Test
    void aLineThatIsNoClassNameIsAFaultWithItsFileAndLine() throws IOException {
        List<Found<ConnectorProvider>> found = found("# ours\nnot a class name\n");

        assertEquals(1, found.size());
        assertTrue(
                found.get(0).fault().contains(ConnectorProvider.class.getName() + ":2: Illegal"),
                found.get(0).fault());
    }

    private List<Found<ConnectorProvider>> found(String registration) throws IOException {
        try (Registrations registrations = new Registrations(directory)) {
            return registrations
                    .with(ConnectorProvider.class, registration)
                    .discovery()
                    .find(ConnectorProvider.class);
        }
    }

    /** Cannot be made. */
    public static final class Throwing implements ConnectorProvider {

        /** Fails. */
        public Throwing() {
            throw new IllegalStateException("boom");
        }

        @Override
        public Set<String> types() {
            return Set.of("throwing");
        }

        @Override
        public String schema(String type) {
            return "{}";
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }
}
