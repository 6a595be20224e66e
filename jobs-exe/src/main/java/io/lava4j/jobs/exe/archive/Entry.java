package io.lava4j.jobs.exe.archive;

import java.io.InputStream;

/**
 * One entry of an archive.
 *
 * @param name as the archive has it
 * @param kind what it is
 * @param mode its permissions, as chmod takes them
 * @param target what a link leads to; else empty text
 * @param content of a file; the archive's own, not to be closed
 */
record Entry(String name, Kind kind, int mode, String target, InputStream content) {

    enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        OTHER
    }
}
