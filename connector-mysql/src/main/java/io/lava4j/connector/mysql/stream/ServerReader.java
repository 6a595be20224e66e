package io.lava4j.connector.mysql.stream;

/** Whose reader of data files is followed: they differ over characters of several bytes. */
public enum ServerReader {
    /** An escape holds for a whole character; on a skipped line the last byte of a character is looked at again. */
    MYSQL,
    /** An escape holds for one byte. */
    MARIADB
}
