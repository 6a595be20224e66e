package io.lava4j.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import io.lava4j.core.spi.TemplateEngine;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who serves which type, whatever discovery comes upon and in whatever order. */
final class PluginsTest {

    private static final String NAME = Provider.class.getName();

    private final StubDiscovery discovery = new StubDiscovery();

    @Test
    void withoutAnyPluginEveryTypeIsUnknown() {
        assertEquals(
                "connector type 'mysql' is unknown: take one that is known, or install its plugin. Known on the stub: none",
                message("mysql"));
        assertEquals(new Sought<>(Optional.empty(), ""), new Plugins(discovery).authentication("mysql"));
        assertEquals(List.of(), new Plugins(discovery).entries());
    }

    @Test
    void aTypeIsServedByTheOneThatNamesIt() {
        Provider provider = new Provider("mysql", "mariadb");
        discovery.with(ConnectorProvider.class, provider);

        assertSame(provider, new Plugins(discovery).connector("mariadb"));
    }

    @Test
    void anUnknownTypeIsToldWithTheNearestAndAllKnown() {
        discovery.with(ConnectorProvider.class, new Provider("postgres", "mysql"));

        assertEquals(
                "connector type 'mysq' is unknown; did you mean 'mysql'? Known on the stub: mysql, postgres",
                message("mysq"));
        assertEquals(
                "connector type 'oracle' is unknown: take one that is known, or install its plugin. Known on the stub: mysql, postgres",
                message("oracle"));
    }

    @Test
    void twoProvidersOfOneTypeMakeItUnusableAndNothingElse() {
        Provider other = new Provider("mysql", "postgres");
        discovery
                .with(ConnectorProvider.class, new Provider("mysql"), "io.one", "/plugins/one.jar")
                .with(ConnectorProvider.class, other, "io.two", "/plugins/two.jar");

        assertEquals(
                "connector type 'mysql' is there twice, and none is used: " + NAME
                        + " in module io.one from /plugins/one.jar; " + NAME
                        + " in module io.two from /plugins/two.jar. Remove all but one.",
                message("mysql"));
        assertSame(other, new Plugins(discovery).connector("postgres"));
    }

    @Test
    void theOrderOfDiscoveryDoesNotMatter() {
        Provider first = new Provider("a");
        Provider second = new Provider("b");
        List<String> oneWay =
                types(new StubDiscovery().with(ConnectorProvider.class, first).with(ConnectorProvider.class, second));
        List<String> theOther =
                types(new StubDiscovery().with(ConnectorProvider.class, second).with(ConnectorProvider.class, first));

        assertEquals(List.of("a", "b"), oneWay);
        assertEquals(oneWay, theOther);
    }

    @Test
    void aProviderThatCannotBeMadeIsNamedWhileOthersWork() {
        Provider good = new Provider("mysql");
        discovery
                .withFaulty(ConnectorProvider.class, "io.stranger.Bad", "its constructor failed: boom")
                .with(ConnectorProvider.class, good);

        assertSame(good, new Plugins(discovery).connector("mysql"));
        assertEquals(
                "connector type 'oracle' is unknown: take one that is known, or install its plugin. Known on the stub: mysql. Not usable: "
                        + "io.stranger.Bad in module io.stranger from /plugins/bad.jar (its constructor failed: boom)",
                message("oracle"));
    }

    @Test
    void aTypeInUpperCaseIsAFaultOfItsProvider() {
        discovery.with(ConnectorProvider.class, new Provider("MySQL"), "", "");

        assertEquals(
                "connector type 'mysql' is unknown: take one that is known, or install its plugin. Known on the stub: none. Not usable: "
                        + NAME
                        + " (its types cannot be told: java.lang.IllegalArgumentException: "
                        + "types [MySQL]: expected names in lower case)",
                message("mysql"));
    }

    @Test
    void aProviderWhoseTypesCannotBeToldIsListedWithItsFault() {
        discovery
                .with(ConnectorProvider.class, new Throwing(new IllegalStateException("boom")))
                .with(ConnectorProvider.class, new Throwing(new NoClassDefFoundError("io/other/Missing")))
                .with(ConnectorProvider.class, new Provider());

        String throwing = Throwing.class.getName() + " in module io.stranger from /plugins/Throwing.jar: ";
        assertEquals(
                List.of(
                        throwing + "its types cannot be told: java.lang.IllegalStateException: boom",
                        throwing + "its types cannot be told: java.lang.NoClassDefFoundError: io/other/Missing",
                        NAME + " in module io.stranger from /plugins/Provider.jar: its types cannot be told: "
                                + "java.lang.IllegalArgumentException: types []: expected names in lower case"),
                new Plugins(discovery)
                        .entries().stream().map(Plugins.Entry::fault).toList());
    }

    @Test
    void oneTemplateEngineIsEnough() {
        TemplateEngine engine = (template, variables) -> template;
        discovery.with(TemplateEngine.class, engine, "io.one", "");
        assertEquals(new Sought<>(Optional.of(engine), ""), new Plugins(discovery).templateEngine());

        discovery.with(TemplateEngine.class, engine, "io.two", "");
        String name = engine.getClass().getName();
        assertEquals(
                "template engine is there twice, and none is used: " + name + " in module io.one; " + name
                        + " in module io.two. Remove all but one.",
                assertThrows(PluginException.class, () -> new Plugins(discovery).templateEngine())
                        .getMessage());
    }

    @Test
    void aTemplateEngineIsLookedForWhenItIsWantedAndOnlyOnce() {
        discovery.with(TemplateEngine.class, (template, variables) -> template, "io.one", "");
        Plugins plugins = new Plugins(discovery);
        assertFalse(discovery.asked().contains(TemplateEngine.class));

        assertSame(
                plugins.templateEngine().provider().orElseThrow(),
                plugins.templateEngine().provider().orElseThrow());
        assertEquals(1, Collections.frequency(discovery.asked(), TemplateEngine.class));
    }

    @Test
    void aTemplateEngineIsListedLikeAnyPlugin() {
        discovery.with(TemplateEngine.class, (template, variables) -> template, "io.one", "");

        assertEquals(
                List.of("template engine"),
                new Plugins(discovery)
                        .entries().stream().map(Plugins.Entry::kind).toList());
    }

    @Test
    void aTemplateEngineOfTheInstallationIsNotLookedForToTellOfFaults() {
        discovery.with(TemplateEngine.class, (template, variables) -> template, "io.one", "");

        assertEquals(List.of(), new Plugins(discovery).entriesSoFar());
        assertFalse(discovery.asked().contains(TemplateEngine.class));
    }

    @Test
    void aTemplateEngineFromAFolderIs() {
        discovery.withFolder(TemplateEngine.class, (template, variables) -> template, "acme");

        assertEquals(
                List.of("template engine"),
                new Plugins(discovery)
                        .entriesSoFar().stream().map(Plugins.Entry::kind).toList());
    }

    @Test
    void aFolderThatCannotBeUsedIsListedAndToldOfWhereATypeIsUnknown() {
        discovery.with(ConnectorProvider.class, new Provider("mysql")).withFault("acme", "plugin 'acme': it is empty");

        assertEquals(
                List.of("", "plugin 'acme': it is empty"),
                new Plugins(discovery)
                        .entries().stream().map(Plugins.Entry::fault).toList());
        assertEquals(
                "connector type 'sqlite' is unknown: take one that is known, or install its plugin. Known on the stub: mysql. Not usable: plugin 'acme': it is empty",
                message("sqlite"));
    }

    @Test
    void whatMayHaveServedATypeIsToldWhereNothingDoes() {
        discovery
                .withFaulty(TemplateEngine.class, "io.stranger.Engine", "boom")
                .withFault("acme", "plugin 'acme': empty");
        Plugins plugins = new Plugins(discovery);

        assertEquals(
                ". Not usable: io.stranger.Engine in module io.stranger from /plugins/bad.jar (boom); plugin 'acme': empty",
                plugins.templateEngine().remark());
        assertEquals("plugin 'acme': empty", plugins.s3LoadPath("mysql").unusable());
    }

    @Test
    void whereATypeIsServedThereIsNothingToTell() {
        discovery
                .with(TemplateEngine.class, (template, variables) -> template)
                .withFaulty(TemplateEngine.class, "io.stranger.Engine", "boom");

        assertEquals("", new Plugins(discovery).templateEngine().remark());
    }

    @Test
    void onlyATypeThatAFolderBringsIsFromAFolder() {
        discovery
                .with(ConnectorProvider.class, new Provider("mysql"))
                .withFolder(ConnectorProvider.class, new Provider("sqlite"), "acme");
        Plugins plugins = new Plugins(discovery);

        assertTrue(plugins.connectorFromFolder("sqlite"));
        assertFalse(plugins.connectorFromFolder("mysql"));
        assertFalse(plugins.jobFromFolder("sqlite"));
    }

    private String message(String type) {
        return assertThrows(PluginException.class, () -> new Plugins(discovery).connector(type))
                .getMessage();
    }

    private static List<String> types(Discovery discovery) {
        return new Plugins(discovery)
                .entries().stream().map(Plugins.Entry::type).toList();
    }

    private record Provider(Set<String> types) implements ConnectorProvider {

        Provider(String... types) {
            this(Set.of(types));
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

    private record Throwing(Throwable fault) implements ConnectorProvider {

        @Override
        public Set<String> types() {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
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
