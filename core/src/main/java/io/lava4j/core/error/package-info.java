/** What can go wrong: one unchecked root with a few final leaves; and what helps to word it. */
package io.lava4j.core.error;
