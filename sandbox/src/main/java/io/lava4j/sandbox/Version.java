package io.lava4j.sandbox;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in this jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .or(() -> Optional.ofNullable(Main.class.getModule().getDescriptor())
                        .flatMap(java.lang.module.ModuleDescriptor::rawVersion))
                .orElse("(not packaged)");
        return new String[] {"lava-sandbox " + version};
    }
}
