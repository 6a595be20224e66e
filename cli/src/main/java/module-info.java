/** The lava command. */
module io.lava4j.cli {
    requires info.picocli;
    // SIGINT while a program of ours has the terminal.
    requires jdk.unsupported;
    requires io.lava4j.core;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    opens io.lava4j.cli to
            info.picocli;
}
