/** A stand-in for Aurora MySQL: what it adds, before a real MySQL. */
package io.lava4j.sandbox.aurora;
