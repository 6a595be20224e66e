/** Connection types mysql-aurora, mysql-rds and mariadb-rds. Nothing to call: it is reached through the SPI. */
module io.lava4j.connector.mysql.aurora {
    requires io.lava4j.aws;
    requires io.lava4j.connector.mysql;
    requires io.lava4j.core;

    provides io.lava4j.core.spi.Authentication with
            io.lava4j.connector.mysql.aurora.IamAuthentication;
    provides io.lava4j.core.spi.ConnectorProvider with
            io.lava4j.connector.mysql.aurora.AuroraConnectorProvider;
    provides io.lava4j.core.spi.S3LoadPath with
            io.lava4j.connector.mysql.aurora.AuroraS3LoadPath;
}
