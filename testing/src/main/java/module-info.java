/** Contract tests for connectors and what they can do, S3 load paths, authentications, stores and jobs. */
module io.lava4j.testing {
    exports io.lava4j.testing;

    requires transitive io.lava4j.core;
    requires transitive org.junit.jupiter.api;
    requires com.networknt.schema;
    requires jdk.jfr;
    requires tools.jackson.databind;
}
