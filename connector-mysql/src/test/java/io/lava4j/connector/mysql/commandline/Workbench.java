package io.lava4j.connector.mysql.commandline;

import io.lava4j.sandbox.ClientProgram;
import io.lava4j.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests with real clients stand on: the servers, and a folder for what is installed. */
record Workbench(Sandbox sandbox, Path folder) {

    /** A connection for a client, in a directory of its own whose name wants quoting. */
    Wanted wanted(ClientProgram client, String user, String password) {
        try {
            Path directory = Files.createTempDirectory(folder, "it's \"a\" $(dir) ");
            return new Wanted(directory, client.path(sandbox, folder), user, password);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is found out about a client. */
    Client found(ClientProgram client) {
        return ClientSearch.on("test", client.path(sandbox, folder)).find();
    }
}
