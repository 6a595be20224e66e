/** Secrets, objects and specs kept at AWS, reached through the SPI; and the signing of tokens for databases of RDS. */
module io.lava4j.aws {
    // For connectors to databases of RDS.
    exports io.lava4j.aws.rds;

    requires transitive io.lava4j.core;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.dynamodb;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.services.secretsmanager;
    requires software.amazon.awssdk.services.ssm;
    requires software.amazon.awssdk.services.sts;
    requires software.amazon.awssdk.utils;
    requires tools.jackson.databind;

    provides io.lava4j.core.spi.ObjectStore with
            io.lava4j.aws.S3ObjectStore;
    provides io.lava4j.core.spi.SecretStore with
            io.lava4j.aws.AwsSecretStore;
    provides io.lava4j.core.store.SpecStore with
            io.lava4j.aws.DynamoDbSpecStore;
}
