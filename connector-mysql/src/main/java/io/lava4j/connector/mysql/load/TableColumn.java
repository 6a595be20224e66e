package io.lava4j.connector.mysql.load;

/**
 * A column of the target.
 *
 * @param name its name
 * @param required whether a row must give it a value: NOT NULL, without default
 * @param generated whether its value is computed
 * @param autoIncrement whether it draws numbers
 * @param invisible whether it is left out where no columns are listed
 */
record TableColumn(String name, boolean required, boolean generated, boolean autoIncrement, boolean invisible) {}
