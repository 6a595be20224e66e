/** The SPI of lava4j, the engine that runs jobs, and stores of specs, secrets and objects in directories. */
module io.lava4j.core {
    exports io.lava4j.core;
    exports io.lava4j.core.error;
    exports io.lava4j.core.spi;
    exports io.lava4j.core.store;

    requires transitive java.sql;
    requires com.networknt.schema;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    uses io.lava4j.core.spi.Authentication;
    uses io.lava4j.core.spi.ConnectorProvider;
    uses io.lava4j.core.spi.JobProvider;
    uses io.lava4j.core.spi.ObjectStore;
    uses io.lava4j.core.spi.S3LoadPath;
    uses io.lava4j.core.spi.SecretStore;
    uses io.lava4j.core.spi.TemplateEngine;
    uses io.lava4j.core.store.SpecStore;
}
