/** Stand-ins for the few AWS calls that give secrets and say who one is. */
package io.lava4j.sandbox.aws;
