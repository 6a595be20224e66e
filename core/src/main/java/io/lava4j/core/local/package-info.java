/** Specs, secrets and objects from directories. */
package io.lava4j.core.local;
