/** The bytes of an object on their way to the server: completed, read along with, and never ended early. */
package io.lava4j.connector.mysql.stream;
