package io.lava4j.cli;

import io.lava4j.core.PluginInfo;
import io.lava4j.core.error.PluginException;
import io.lava4j.core.spi.Listener;
import java.util.List;
import java.util.Optional;

/** Starts engines, and tells of faulty plugins when one starts. */
record TellingEngines(Engine.Factory engines, Strictness strictness, Prose messages) implements Engine.Factory {

    @Override
    public Engine start(String specs, Optional<String> realm, Listener listener) {
        Engine engine = engines.start(specs, realm, listener);
        List<String> faults = strictness.strict() ? faults(engine.plugins()) : engine.pluginFaults();
        faults.forEach(messages::fault);
        if (strictness.strict() && !faults.isEmpty()) {
            engine.close();
            throw new PluginException(
                    "with --strict-plugins nothing is done while a plugin is faulty: mend it, or remove it");
        }
        return engine;
    }

    static List<String> faults(List<PluginInfo> plugins) {
        return plugins.stream()
                .map(PluginInfo::fault)
                .filter(fault -> !fault.isEmpty())
                .distinct()
                .toList();
    }
}
