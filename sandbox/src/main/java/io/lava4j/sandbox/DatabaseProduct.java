package io.lava4j.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between MySQL and MariaDB as programs. */
interface DatabaseProduct {
    /** As people write it. */
    String name();

    /** The environment variable that names a basedir of the user's own. */
    String variable();

    /** How the artifact's file name begins. */
    String artifact();

    /** Makes a basedir of the artifact. */
    void unpack(Path artifact, Path basedir) throws IOException;

    /** The option with which the server offers no TLS. */
    String withoutTls();

    /** The command that fills an empty data directory, its root without a password. */
    List<String> initialisation(Path basedir, Path data);

    /** The server's command, with the options that only this product knows. */
    List<String> server(Path basedir);
}
