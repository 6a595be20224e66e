/** Reading an object to its end, whatever breaks on the way. */
package io.lava4j.core.stream;
