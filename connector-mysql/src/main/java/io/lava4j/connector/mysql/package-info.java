/** The way in for connectors that are MySQL and something more. */
package io.lava4j.connector.mysql;
