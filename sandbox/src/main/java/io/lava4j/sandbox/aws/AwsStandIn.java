package io.lava4j.sandbox.aws;

/** To come. */
public final class AwsStandIn {
    private AwsStandIn() {}
}
