package io.lava4j.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code lava --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {ProductVersion.text()};
    }
}
