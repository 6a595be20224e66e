package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.spi.TemplateEngine;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** How the engine is found, on the module path and on the class path. */
final class ProviderTest {

    @Test
    void bothPathsNameTheSameProvider() throws Exception {
        Path classes = Path.of(JinjaTemplates.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor module = ModuleFinder.of(classes)
                .find("io.lava4j.template.jinja")
                .orElseThrow()
                .descriptor();
        List<String> provided = module.provides().stream()
                .flatMap(provides -> provides.providers().stream())
                .toList();
        List<String> found = ServiceLoader.load(TemplateEngine.class).stream()
                .map(provider -> provider.type().getName())
                .toList();
        assertEquals(provided, found);
        assertTrue(
                module.exports().isEmpty() && module.opens().isEmpty(), "a plugin exports nothing and opens nothing");
    }

    @Test
    void findingTheProviderLoadsNoneOfTheEngine() throws IOException {
        try (Watched loader = new Watched()) {
            TemplateEngine engine =
                    ServiceLoader.load(TemplateEngine.class, loader).findFirst().orElseThrow();
            assertTrue(loader.hasLoaded("JinjaTemplates"));
            assertFalse(loader.hasLoaded("Rendering")
                    || loader.hasLoaded("value.Value")
                    || loader.hasLoaded("syntax.Parser"));
            assertEquals("A", engine.render("{{ 'a'|upper }}", Map.of()));
            assertTrue(loader.hasLoaded("Rendering")
                    && loader.hasLoaded("value.Value")
                    && loader.hasLoaded("syntax.Parser"));
        }
    }

    /** Loads the module's classes itself, and says which it has loaded. */
    private static final class Watched extends URLClassLoader {

        private static final String PACKAGE = "io.lava4j.template.jinja.";

        Watched() {
            super(
                    new URL[] {
                        JinjaTemplates.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    TemplateEngine.class.getClassLoader());
        }

        boolean hasLoaded(String name) {
            return findLoadedClass(PACKAGE + name) != null;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(PACKAGE)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
