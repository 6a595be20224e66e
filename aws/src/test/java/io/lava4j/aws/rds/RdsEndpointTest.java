package io.lava4j.aws.rds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "mydb.abc123.eu-west-1.rds.amazonaws.com, eu-west-1",
        "mydb.cluster-abc123.ap-southeast-2.rds.amazonaws.com, ap-southeast-2",
        "mydb.cluster-ro-abc123.us-east-1.rds.amazonaws.com, us-east-1",
        "mine.cluster-custom-abc123.sa-east-1.rds.amazonaws.com, sa-east-1",
        "mydb.shardgrp-abc123.us-west-2.rds.amazonaws.com, us-west-2",
        "my-proxy.proxy-abc123.us-gov-west-1.rds.amazonaws.com, us-gov-west-1",
        "reader.endpoint.proxy-abc123.ap-northeast-3.rds.amazonaws.com, ap-northeast-3",
        "mydb.abc123.us-gov-east-1.rds.amazonaws.com, us-gov-east-1",
        "mydb.rds.us-gov-east-1.amazonaws.com, us-gov-east-1",
        "mydb.abc123.cn-north-1.rds.amazonaws.com.cn, cn-north-1",
        "mydb.cluster-abc123.rds.cn-northwest-1.amazonaws.com.cn, cn-northwest-1",
        "mydb.abc123.eusc-de-east-1.rds.amazonaws.eu, eusc-de-east-1",
        "mydb.abc123.us-iso-east-1.rds.c2s.ic.gov, us-iso-east-1",
        "mydb.abc123.us-isob-east-1.rds.sc2s.sgov.gov, us-isob-east-1",
        "MyDB.Cluster-ABC123.EU-West-1.RDS.AmazonAWS.com, eu-west-1",
        "mydb.abc123.eu-west-1.rds.amazonaws.com., eu-west-1"
    })
    void theRegionIsReadFromEveryKindOfNameThatAwsGives(String host, String region) {
        assertEquals(Optional.of(region), new RdsEndpoint(host, 3306).region());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example.com",
                "localhost",
                "127.0.0.1",
                "::1",
                "db.eu-west-1.rds.example.com",
                "mydb.abc123.eu-west-1.rds.amazonaws.com.example.com",
                "mydb.abc123.cn-north-1.rds.amazonaws.com",
                "mydb.abc123.eu-west-1.rds.amazonaws.com.cn",
                "writer.global-abc123.global.rds.amazonaws.com",
                "eu-west-1.rds.amazonaws.com",
                "mydb.abc123.eu-west-1.redshift.amazonaws.com",
                ".",
                ""
            })
    void noRegionIsReadFromAnyOtherName(String host) {
        assertEquals(Optional.empty(), new RdsEndpoint(host, 3306).region());
    }

    @Test
    void aNameIsKeptAsAwsSignsIt() {
        assertEquals(
                "mydb.abc123.eu-west-1.rds.amazonaws.com:3307",
                new RdsEndpoint("MyDB.ABC123.eu-west-1.rds.amazonaws.com.", 3307).toString());
    }
}
