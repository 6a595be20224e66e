package io.lava4j.sandbox.rogue;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a rogue endpoint of AWS does to a client. */
public enum HttpMischief {
    NONSENSE(request -> request.raw("nonsense".repeat(1_000))),
    NO_ANSWER(request -> {}),
    CUT_HEAD(request -> request.raw("HTTP/1.1 200 OK\r\nContent-Le")),
    ENDLESS_STATUS_LINE(request -> {
        request.raw("HTTP/1.1 200 ");
        request.endlessly("O");
    }),
    ENDLESS_HEADERS(request -> {
        request.raw("HTTP/1.1 200 OK\r\n");
        request.endlessly("X-Filler: nothing\r\n");
    }),
    ENDLESS_HEADER(request -> {
        request.raw("HTTP/1.1 200 OK\r\nX-Filler: ");
        request.endlessly("nothing ");
    }),
    ENDLESS_INTERIM_ANSWERS(request -> request.endlessly("HTTP/1.1 100 Continue\r\n\r\n")),
    ENDLESS_BODY(request -> {
        request.begin("200 OK", "ETag: \"e\"");
        request.endlessly("x");
    }),
    ENDLESS_CHUNKS(request -> {
        request.begin("200 OK", "ETag: \"e\"", "Transfer-Encoding: chunked");
        request.endlessly("a\r\n0123456789\r\n");
    }),
    ENDLESS_XML(request -> {
        request.begin("200 OK", "Content-Type: application/xml");
        request.raw("<ListBucketResult>");
        request.endlessly(RogueRequest.object("prefix/a", "5"));
    }),
    ENDLESS_JSON(request -> {
        request.begin("200 OK", "Content-Type: application/x-amz-json-1.1");
        request.raw("{\"Parameter\": {\"Value\": \"");
        request.endlessly("x");
    }),
    ENDLESS_ERROR(request -> {
        request.begin("403 Forbidden", "Content-Type: application/xml");
        request.raw("<Error><Code>AccessDenied</Code><Message>");
        request.endlessly("no ");
    }),
    ENORMOUS_ERROR(request -> request.answer(
            "403 Forbidden",
            "<Error><Code>AccessDenied</Code><Message>" + "no ".repeat(1 << 20) + "</Message></Error>")),
    ERROR_THAT_REWRITES_THE_TERMINAL(request -> request.answer(
            "403 Forbidden", "{\"__type\":\"AccessDenied\",\"message\":\"\\u001b[2Jall is well\\r\\nlava: done\"}")),
    XML_BOMB(request -> {
        var entities = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e0 \"nonsense\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        request.answer("200 OK", entities + "]><ListBucketResult><Name>&e11;</Name></ListBucketResult>");
    }),
    XML_THAT_READS_A_FILE(request -> request.answer(
            "200 OK",
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                    + "<ListBucketResult><Contents><Key>prefix/&f;</Key><ETag>\"e\"</ETag><Size>5</Size></Contents>"
                    + "</ListBucketResult>")),
    DEEP_XML(request -> request.answer("200 OK", "<a>".repeat(1 << 20))),
    DEEP_JSON(
            request -> request.answer("200 OK", "{\"a\":".repeat(1 << 20), "Content-Type: application/x-amz-json-1.1")),
    EMPTY_ANSWER(request -> request.answer("200 OK", "")),
    EMPTY_OBJECT(request -> request.answer("200 OK", request.isList() ? "<ListBucketResult/>" : "{}")),
    NO_LENGTH(request -> {
        request.begin("200 OK", "ETag: \"e\"");
        request.raw("12345");
    }),
    NEGATIVE_LENGTH(request -> {
        request.begin("200 OK", "ETag: \"e\"", "Content-Length: -5");
        request.raw("12345");
    }),
    ENORMOUS_LENGTH(request -> {
        request.begin("200 OK", "ETag: \"e\"", "Content-Length: 99999999999999999999");
        request.raw("12345");
    }),
    LONGER_THAN_IT_SAYS(request -> {
        request.begin("200 OK", "ETag: \"e\"", "Content-Length: 5");
        request.raw("12345".repeat(1_000));
    }),
    SHORTER_THAN_IT_SAYS(request -> {
        request.begin("200 OK", "ETag: \"e\"", "Content-Length: 5");
        request.raw("123");
    }),
    OTHER_VERSION(request -> request.answer("200 OK", "12345", "ETag: \"other\"")),
    NO_VERSION(request -> request.answer("200 OK", "12345")),
    OTHER_RANGE(request -> request.answer("206 Partial Content", "123", "ETag: \"e\"", "Content-Range: bytes 0-2/5")),
    REDIRECT(request -> request.answer("307 Temporary Redirect", "", "Location: http://localhost:1/elsewhere")),
    REDIRECT_TO_ITSELF(request -> request.answer("301 Moved Permanently", "", "Location: " + request.endpoint())),
    FALSE_REGION(request -> request.answer(
            "301 Moved Permanently",
            request.head().startsWith("HEAD") ? "" : "<Error><Code>PermanentRedirect</Code></Error>",
            "x-amz-bucket-region: us-east-1/../../'); DROP TABLE t; -- .evil.example")),
    FALSE_REGION_OF_A_BUCKET(
            request -> request.answer("200 OK", "", "x-amz-bucket-region: evil.example/#", "ETag: \"e\"")),
    ENDLESS_PATIENCE(request -> request.answer("503 Slow Down", "", "Retry-After: 99999999")),
    SAME_PAGE(request -> request.page("again", RogueRequest.object("prefix/a", "5"))),
    ENDLESS_PAGES(request -> request.page(UUID.randomUUID().toString())),
    ENDLESS_OBJECTS(request -> request.page(
            UUID.randomUUID().toString(),
            IntStream.range(0, 1_000)
                    .mapToObj(i -> RogueRequest.object("prefix/" + UUID.randomUUID() + "x".repeat(900), "5"))
                    .toArray(String[]::new))),
    OBJECTS_OF_OTHERS(request -> request.page("", RogueRequest.object("../secret", "5"))),
    OBJECTS_OF_NEGATIVE_SIZE(request -> request.page("", RogueRequest.object("prefix/a", "-5"))),
    OBJECTS_WITHOUT_SIZE(request -> request.page("", "<Contents><Key>prefix/a</Key><ETag>\"e\"</ETag></Contents>")),
    OBJECTS_WITHOUT_VERSION(request -> request.page("", "<Contents><Key>prefix/a</Key><Size>5</Size></Contents>")),
    OBJECTS_WITHOUT_KEY(request -> request.page("", "<Contents><ETag>\"e\"</ETag><Size>5</Size></Contents>")),
    OBJECTS_WITH_LONG_KEYS(request -> request.page("", RogueRequest.object("prefix/" + "a".repeat(1 << 20), "5")));

    private final Answer answer;

    HttpMischief(Answer answer) {
        this.answer = answer;
    }

    void answer(RogueRequest request) throws IOException {
        answer.to(request);
    }

    private interface Answer {
        void to(RogueRequest request) throws IOException;
    }
}
