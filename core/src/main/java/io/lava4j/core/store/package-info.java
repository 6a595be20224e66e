/** Where specs are kept: for modules that bring a store, and for programs that embed lava4j. */
package io.lava4j.core.store;
