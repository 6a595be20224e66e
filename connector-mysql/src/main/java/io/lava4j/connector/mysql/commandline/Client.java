package io.lava4j.connector.mysql.commandline;

import io.lava4j.connector.mysql.commandline.ClientVersion.Kind;
import java.nio.file.Path;

/**
 * A client program that is installed.
 *
 * @param program its absolute path
 * @param version whose it is, and which
 */
record Client(Path program, ClientVersion version) {

    boolean isMariaDb() {
        return version.kind() == Kind.MARIADB;
    }

    /** From 11.4 on MariaDB's client verifies, and knows SHA-256 fingerprints. */
    boolean isMariaDbFrom114() {
        return isMariaDb() && version.isFrom(11, 4);
    }

    /** Older readers of option files cut a line in two, and print what follows. */
    boolean cutsLongLines() {
        return isMariaDb() || !version.isFrom(8, 1);
    }

    /** The client in messages. */
    @Override
    public String toString() {
        return "client '" + program + "' (" + version + ")";
    }
}
