/** Reading the values of a spec: what is behind {@link io.lava4j.core.spi.Spec}. */
package io.lava4j.core.value;
