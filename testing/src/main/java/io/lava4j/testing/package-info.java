/**
 * What a connector, a load target, an S3 load path, a command line, an authentication, a store or a job must keep to, as JUnit
 * tests.
 *
 * <p>The author of one extends the class that fits, says how to make it, and runs the tests with all others of its own. Each
 * test's name is a rule of the SPI; its message says what was done and what came of it.
 */
package io.lava4j.testing;
