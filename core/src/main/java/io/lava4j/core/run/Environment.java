package io.lava4j.core.run;

import io.lava4j.core.plugin.Plugins;
import io.lava4j.core.schema.Schemas;
import io.lava4j.core.store.SpecStore;

/**
 * What all runs of one engine share.
 *
 * @param plugins who serves which type
 * @param schemas what specs must be
 * @param specs where specs are
 * @param stores where secrets and objects are
 */
public record Environment(Plugins plugins, Schemas schemas, SpecStore specs, Stores stores) {}
