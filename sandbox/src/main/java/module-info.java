/**
 * A local MySQL, MariaDB, S3, and stand-ins for the AWS calls that give secrets: for tests, for the demo, for trying
 * things out. Nothing of it is part of the product.
 */
module io.lava4j.sandbox {
    requires transitive java.sql;
    requires java.net.http;
    requires java.naming; // Connector/J's DataSource is a javax.naming.Referenceable
    requires jdk.httpserver;
    requires info.picocli;
    requires mysql.connector.j;
    requires tools.jackson.databind;
    requires static transitive org.junit.jupiter.api; // SandboxExtension; absent elsewhere

    exports io.lava4j.sandbox;
    exports io.lava4j.sandbox.aurora;
    exports io.lava4j.sandbox.aws;
    exports io.lava4j.sandbox.rogue;

    opens io.lava4j.sandbox to
            info.picocli;
}
