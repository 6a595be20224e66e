/** What can go wrong: one unchecked root with a few final leaves. */
package io.lava4j.core.error;
