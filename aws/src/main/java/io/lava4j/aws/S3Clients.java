package io.lava4j.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3, and of servers that behave like it. */
final class S3Clients {

    private S3Clients() {}

    static S3Client make(Optional<Region> region, Settings settings) {
        S3Client client = builder(region, settings).build();
        if (client.serviceClientConfiguration()
                .endpointOverride()
                .filter(endpoint -> !isAmazon(endpoint))
                .isEmpty()) {
            return client;
        }
        client.close();
        return builder(region, settings).forcePathStyle(true).build();
    }

    private static S3ClientBuilder builder(Optional<Region> region, Settings settings) {
        S3ClientBuilder builder = settings.applied(S3Client.builder())
                // Else the SDK has S3 append a checksum to the data, which a read that is resumed does not come to.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        region.ifPresent(builder::region);
        return builder;
    }

    /** Only Amazon's own hosts are sure to answer to {@code bucket.host}. */
    private static boolean isAmazon(URI endpoint) {
        String host = String.valueOf(endpoint.getHost());
        return host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn") || host.endsWith(".api.aws");
    }
}
