/** From a connection spec to an executable that opens it with the client on PATH: client, option file, script. */
package io.lava4j.connector.mysql.commandline;
