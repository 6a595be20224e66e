package io.lava4j.sandbox.aws;

import java.util.List;
import java.util.Map;

/** SSM DescribeParameters, of one name: which key encrypts it. */
final class ParameterDescriptions implements Operation {
    private final Parameters parameters;
    private volatile boolean denied;

    ParameterDescriptions(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Whether nobody may ask. */
    void deny(boolean denies) {
        denied = denies;
    }

    @Override
    public String target() {
        return "AmazonSSM.DescribeParameters";
    }

    @Override
    public String subject(Request request) {
        return request.json()
                .path("ParameterFilters")
                .path(0)
                .path("Values")
                .path(0)
                .asString("");
    }

    @Override
    public Reply answer(Request request) {
        if (denied) {
            return Reply.jsonError(
                    "AccessDeniedException", "User is not authorized to perform: ssm:DescribeParameters");
        }
        String name = subject(request);
        List<Map<String, String>> found = parameters
                .key(name)
                .map(key -> List.of(Map.of("Name", name, "Type", "SecureString", "KeyId", key)))
                .orElse(List.of());
        return Reply.json(Map.of("Parameters", found));
    }
}
