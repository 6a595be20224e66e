module com.example.extended {
    requires io.lava4j.connector.mysql;
    requires io.lava4j.core;
    requires java.sql;

    provides io.lava4j.core.spi.ConnectorProvider with
            com.example.extended.Extended;
    provides io.lava4j.core.spi.Authentication with
            com.example.extended.Tokens;
    provides io.lava4j.core.spi.S3LoadPath with
            com.example.extended.ServerLoads;
    provides io.lava4j.core.spi.TemplateEngine with
            com.example.extended.Engine;
}
