/** Specs as text: reading, and where things stand in them. */
package io.lava4j.core.spec;
