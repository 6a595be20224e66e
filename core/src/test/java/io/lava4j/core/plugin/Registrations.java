package io.lava4j.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;

/** Registrations of one test on the class path: discovery sees them, and no others. */
public final class Registrations implements AutoCloseable {

    private final Path services;
    private final URLClassLoader loader;

    /** @param directory where they are kept */
    public Registrations(Path directory) throws IOException {
        services = Files.createDirectories(directory.resolve("META-INF/services"));
        loader = new Loader(directory);
    }

    /** Names the provider of a service. */
    public <S> Registrations with(Class<S> service, Class<? extends S> provider) throws IOException {
        return with(service, provider.getName());
    }

    Registrations with(Class<?> service, String lines) throws IOException {
        Files.writeString(services.resolve(service.getName()), lines);
        return this;
    }

    /** Finds them as the product does. */
    public Discovery discovery() {
        return new ServiceDiscovery(loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** Sees the registrations of one directory and the classes of the test. */
    private static final class Loader extends URLClassLoader {

        Loader(Path directory) throws IOException {
            super(new URL[] {directory.toUri().toURL()}, Registrations.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }
}
