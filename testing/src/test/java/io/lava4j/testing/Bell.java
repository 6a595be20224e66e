package io.lava4j.testing;

import io.lava4j.core.spi.Connector;
import io.lava4j.core.spi.ConnectorProvider;
import io.lava4j.core.spi.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A connector to be used through an executable that keeps the contract, but for one fault if a test wants one. */
public final class Bell implements ConnectorProvider {

    static volatile String fault = "";

    /** For {@link java.util.ServiceLoader}. */
    public Bell() {}

    @Override
    public Set<String> types() {
        return Set.of("bell");
    }

    @Override
    public String schema(String type) {
        return "{\"properties\": {\"door\": {\"description\": \"Where it hangs.\", \"type\": \"string\"}}}";
    }

    @Override
    public Connector connect(Spec spec, Context context) {
        return new Hanging(spec.required("door"), context);
    }

    private record Hanging(String door, Context context) implements Connector, Connector.CommandLine {

        @Override
        public Installed install(Path directory, String name) {
            boolean oneForAll = fault.equals("twoLiveSideBySideAndEachEndsByItself");
            Path options = context.privateDirectory().resolve(oneForAll ? "options" : name);
            Path script = directory.resolve(name);
            boolean open = fault.equals("noSecretIsInTheExecutableOrInAFileThatOthersMayRead");
            write(options, open ? "rw-r--r--" : "rw-------", options());
            boolean anybody = fault.equals("theExecutableIsWhereItWasWantedAndOnlyItsUserMayRunIt");
            write(script, anybody ? "rwxr-xr-x" : "rwx------", script(options));
            if (fault.equals("noThreadIsLeftBehind")) {
                Thread left = new Thread(LockSupport::park, "left");
                left.setDaemon(true);
                left.start();
            }
            return new InPlace(script, options);
        }

        @Override
        public void close() {
            // holds nothing open
        }

        private String options() {
            return "door='" + door + "'\npassword='"
                    + context.credentials().password().reveal() + "'\n";
        }

        private String script(Path options) {
            return "#!/bin/sh\n. '" + options + "'\necho \"$1 at $door\"\n"
                    + (fault.equals("itAnswers") ? "exit 1\n" : "")
                    + (fault.equals("itsTextHoldsNoValueOfTheConnection") ? "# " + door + "\n" : "");
        }

        private static void write(Path file, String permissions, String text) {
            try {
                Files.writeString(file, text);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private record InPlace(Path executable, Path options) implements Connector.Installed {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(executable);
                if (!fault.equals("closeRemovesAllThatWasInstalledAndTwiceIsHarmless")) {
                    Files.deleteIfExists(options);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
