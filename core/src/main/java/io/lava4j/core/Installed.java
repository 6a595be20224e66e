package io.lava4j.core;

import io.lava4j.core.error.PluginException;
import io.lava4j.core.plugin.Plugins.Entry;
import io.lava4j.core.run.Environment;
import io.lava4j.core.schema.Schemas;
import java.util.List;
import java.util.stream.Stream;

/** What is installed, and what is wrong with it. */
final class Installed {

    private final Environment environment;

    Installed(Environment environment) {
        this.environment = environment;
    }

    List<PluginInfo> all() {
        return environment.plugins().entries().stream().map(this::checked).toList();
    }

    List<String> faults() {
        return environment.plugins().entriesSoFar().stream()
                .map(this::checked)
                .map(PluginInfo::fault)
                .filter(fault -> !fault.isEmpty())
                .distinct()
                .toList();
    }

    private PluginInfo checked(Entry entry) {
        return PluginInfo.of(
                entry,
                Stream.of(entry.fault())
                        .filter(fault -> !fault.isEmpty())
                        .findFirst()
                        .orElseGet(() -> schemaFault(entry)));
    }

    /** Only of types from folders: what came with the installation was tested with it, and this takes time. */
    private String schemaFault(Entry entry) {
        String folder = entry.found().origin().folder();
        if (folder.isEmpty()) {
            return "";
        }
        Schemas schemas = environment.schemas();
        try {
            switch (entry.kind()) {
                case "connector" -> schemas.connection(entry.type());
                case "job" -> schemas.job(entry.type());
                default -> {}
            }
            return "";
        } catch (PluginException faulty) {
            return "plugin '" + folder + "': " + faulty.getMessage();
        }
    }
}
