/** The registry of plugins: who serves which type. */
package io.lava4j.core.plugin;
