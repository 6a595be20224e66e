/** Stand-ins for the few AWS calls that give secrets. */
package io.lava4j.sandbox.aws;
