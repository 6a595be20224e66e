package io.lava4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lava4j.core.plugin.StubDiscovery;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.Spec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an engine says of plugins that cannot be used. */
final class PluginFaultsTest {

    private static final String FAULTY = "[]";

    private final StubDiscovery discovery = new StubDiscovery();

    @Test
    void withoutFaultsThereIsNothingToSay() {
        discovery
                .with(ConnectorProvider.class, new Sheets("{}"))
                .withFolder(JobProvider.class, new Steps("{}"), "acme");

        assertEquals(List.of(), faults());
    }

    @Test
    void aFaultySchemaFromAFolderIsTold() {
        discovery
                .withFolder(ConnectorProvider.class, new Sheets(FAULTY), "acme")
                .withFolder(
                        JobProvider.class, new Steps("{\"properties\": {\"job_id\": {\"type\": \"integer\"}}}"), "odd");

        assertEquals(
                List.of(
                        "plugin 'acme': the schema of connection 'sheet' is faulty: a schema must be a JSON object",
                        "plugin 'odd': the schema of job 'steps' is faulty: property 'job_id' is one that every job has, "
                                + "and its 'type' is \"string\"; leave that out, or give the property another name"),
                faults());
    }

    @Test
    void aSchemaOfTheInstallationIsLookedAtWhenItIsUsed() {
        discovery.with(ConnectorProvider.class, new Sheets(FAULTY));

        assertEquals(List.of(), faults());
    }

    @Test
    void aTypeThatIsThereTwiceIsToldOnce() {
        discovery
                .with(ConnectorProvider.class, new Sheets("{}"), "io.own", "/lib/own.jar")
                .withFolder(ConnectorProvider.class, new Sheets("{}"), "acme");

        String name = Sheets.class.getName();
        assertEquals(
                List.of("connector type 'sheet' is there twice, and none is used: " + name
                        + " in module io.own from /lib/own.jar; " + name + " in module m. Remove all but one."),
                faults());
    }

    @Test
    void aFaultIsListedWithItsTypeAndFolder() {
        discovery
                .withFolder(ConnectorProvider.class, new Sheets("[]"), "acme")
                .withFault("bad", "plugin 'bad': is empty");

        try (Lava lava = lava()) {
            assertEquals(
                    List.of(
                            new PluginInfo(
                                    "connector",
                                    "sheet",
                                    "m",
                                    "1.0",
                                    "",
                                    "acme",
                                    "",
                                    "plugin 'acme': the schema of connection 'sheet' is faulty: a schema must be a JSON object"),
                            new PluginInfo("plugin", "", "", "", "/plugins/bad", "bad", "", "plugin 'bad': is empty")),
                    lava.plugins());
        }
    }

    private List<String> faults() {
        try (Lava lava = lava()) {
            return lava.pluginFaults();
        }
    }

    private Lava lava() {
        return Lava.builder().discovery(discovery).build();
    }

    private record Sheets(String schema) implements ConnectorProvider {

        @Override
        public Set<String> types() {
            return Set.of("sheet");
        }

        @Override
        public String schema(String type) {
            return schema;
        }

        @Override
        public Connector connect(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }

    private record Steps(String schema) implements JobProvider {

        @Override
        public Set<String> types() {
            return Set.of("steps");
        }

        @Override
        public String schema(String type) {
            return schema;
        }

        @Override
        public void run(Spec spec, Context context) {
            throw new AssertionError("never asked for");
        }
    }
}
