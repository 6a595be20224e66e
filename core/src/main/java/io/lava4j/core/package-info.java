/** The engine: what a program that embeds lava4j calls. */
package io.lava4j.core;
