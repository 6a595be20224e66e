package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.spi.Connector;
import java.nio.file.Path;
import java.util.List;

/** An executable in place, with what keeps its files fresh. */
record Installation(InstalledFiles files, List<Keeper> keepers) implements Connector.Installed {

    @Override
    public Path executable() {
        return files.executable();
    }

    @Override
    public void close() {
        keepers.forEach(Keeper::close);
        files.remove();
    }
}
