package io.lava4j.connector.mysql.commandline;

import io.lava4j.core.spi.Connector;
import java.nio.file.Path;

/** An executable in place, with what keeps its credentials fresh. */
record Installation(InstalledFiles files, Refreshing refreshing) implements Connector.Installed {

    @Override
    public Path executable() {
        return files.executable();
    }

    @Override
    public void close() {
        refreshing.close();
        files.remove();
    }
}
