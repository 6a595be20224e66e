package io.lava4j.connector.mysql.stream;

/**
 * Some bytes of an object. Where it ends a row, a server that reads on from there with another block finds that it begins a
 * row, as if it were the object's first.
 *
 * @param bytes holds them
 * @param from where they begin
 * @param to where they end
 * @param firstRow the object's row, from 1 and headers left out, that ends first in it
 * @param rows rows that end in it
 * @param endsRow whether its last byte ends a row
 */
record RowBlock(byte[] bytes, int from, int to, long firstRow, long rows, boolean endsRow) {}
