package io.lava4j.sandbox.aws;

/** One call of one AWS service. */
interface Operation {
    /** The value of {@code X-Amz-Target}; for a service with the query protocol, that of {@code Action}. */
    String target();

    /** What the request is about, for the counts. */
    String subject(Request request);

    Reply answer(Request request);

    /** The operation's name without the service's. */
    default String name() {
        return target().substring(target().indexOf('.') + 1);
    }
}
