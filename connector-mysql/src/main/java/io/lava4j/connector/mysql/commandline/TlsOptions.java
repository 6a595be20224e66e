package io.lava4j.connector.mysql.commandline;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the option file says of TLS.
 *
 * @param lines sets the options
 * @param upkeep of the files that they name
 */
record TlsOptions(Consumer<OptionFile> lines, Optional<Upkeep> upkeep) {

    static TlsOptions of(Consumer<OptionFile> lines) {
        return new TlsOptions(lines, Optional.empty());
    }
}
