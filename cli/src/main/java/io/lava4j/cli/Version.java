package io.lava4j.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code lava --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String ours = Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("of unknown version");
        return new String[] {"lava " + ours + " on Java " + Runtime.version()};
    }
}
