package io.lava4j.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The module descriptors of our jars in the assembly. */
class ModulesTest {

    private static final String SERVICES = "META-INF/services/";

    private static final Map<String, Set<String>> EXPORTS = Map.of(
            "io.lava4j.core",
                    Set.of("io.lava4j.core", "io.lava4j.core.error", "io.lava4j.core.spi", "io.lava4j.core.store"),
            "io.lava4j.connector.mysql", Set.of("io.lava4j.connector.mysql"),
            "io.lava4j.connector.mysql.aurora", Set.of(),
            "io.lava4j.aws", Set.of("io.lava4j.aws.rds"),
            "io.lava4j.jobs.dbfroms3", Set.of(),
            "io.lava4j.jobs.exe", Set.of(),
            "io.lava4j.template.jinja", Set.of(),
            "io.lava4j.cli", Set.of());

    static Stream<ModuleReference> ours() {
        return ModuleFinder.of(LavaProgram.home().resolve("lib")).findAll().stream()
                .filter(module -> module.descriptor().name().startsWith("io.lava4j."));
    }

    @Test
    void theAssemblyHoldsTheProductAndNotTheSandbox() {
        assertEquals(
                EXPORTS.keySet(),
                ours().map(module -> module.descriptor().name()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void theModulePathAndTheClassPathFindTheSameProviders(ModuleReference module) throws IOException {
        assertEquals(provided(module.descriptor()), listed(module));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void aModuleExportsNothingButWhatStrangersNeed(ModuleReference module) {
        assertEquals(
                EXPORTS.get(module.descriptor().name()),
                module.descriptor().exports().stream()
                        .filter(exported -> !exported.targets().equals(Set.of("mysql.connector.j")))
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void onlyTheCommandIsOpenAndOnlyToItsParser(ModuleReference module) {
        ModuleDescriptor descriptor = module.descriptor();
        boolean toParser = descriptor.opens().stream()
                .allMatch(opened -> descriptor.name().equals("io.lava4j.cli")
                        && opened.targets().equals(Set.of("info.picocli")));
        assertTrue(toParser && !descriptor.isOpen() && !descriptor.isAutomatic(), descriptor.toString());
    }

    private static Map<String, Set<String>> provided(ModuleDescriptor descriptor) {
        Map<String, Set<String>> providers = new TreeMap<>();
        descriptor.provides().forEach(service -> providers.put(service.service(), new TreeSet<>(service.providers())));
        return providers;
    }

    private static Map<String, Set<String>> listed(ModuleReference module) throws IOException {
        Map<String, Set<String>> providers = new TreeMap<>();
        try (ModuleReader reader = module.open()) {
            for (String name : reader.list().filter(ModulesTest::isService).toList()) {
                providers.put(name.substring(SERVICES.length()), new TreeSet<>(read(reader, name)));
            }
        }
        return providers;
    }

    private static boolean isService(String name) {
        return name.startsWith(SERVICES) && name.length() > SERVICES.length();
    }

    private static Set<String> read(ModuleReader reader, String name) throws IOException {
        try (var file = reader.open(name).orElseThrow()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
