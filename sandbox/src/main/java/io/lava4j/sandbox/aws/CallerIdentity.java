package io.lava4j.sandbox.aws;

import java.util.UUID;

/** STS GetCallerIdentity: whoever asks is the same user. */
final class CallerIdentity implements Operation {
    private static final String ANSWER =
            """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>arn:aws:iam::%1$s:user/sandbox</Arn>
                <UserId>AIDASANDBOX</UserId>
                <Account>%1$s</Account>
              </GetCallerIdentityResult>
              <ResponseMetadata><RequestId>%2$s</RequestId></ResponseMetadata>
            </GetCallerIdentityResponse>
            """;

    @Override
    public String target() {
        return "GetCallerIdentity";
    }

    @Override
    public String subject(Request request) {
        return "";
    }

    @Override
    public Reply answer(Request request) {
        return Reply.xml(ANSWER.formatted(AwsStandIn.ACCOUNT, UUID.randomUUID()));
    }
}
