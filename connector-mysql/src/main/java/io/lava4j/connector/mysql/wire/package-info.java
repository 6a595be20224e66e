/** The driver's sockets, which take no more from a server than one that means well sends. The driver alone sees them. */
package io.lava4j.connector.mysql.wire;
