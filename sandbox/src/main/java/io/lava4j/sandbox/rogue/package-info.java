/** Servers that mean harm: what they try is known, and what they get is kept. */
package io.lava4j.sandbox.rogue;
