package io.lava4j.connector.mysql.load;

/**
 * Parts of the data over several connections at once, into tables that nobody sees.
 *
 * @param connections how many, more than one
 * @param path how a part gets into its table
 * @param sizes how objects are cut
 */
record Spread(int connections, PartPath path, PartSizes sizes) {}
