/** What a program that embeds lava4j may implement; nothing here is looked for. */
package io.lava4j.core.store;
