package io.lava4j.sandbox.aurora;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Reads from an S3 server that checks no signature and knows no regions. */
final class S3Client {
    /** The order in which S3 lists keys. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** An S3 that says nothing for so long cannot be reached. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Supplier<URI> endpoint;
    private final int page;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /**
     * One for an endpoint.
     *
     * @param page how many keys it asks for at once
     */
    S3Client(Supplier<URI> endpoint, int page) {
        this.endpoint = endpoint;
        this.page = page;
    }

    /** The keys of a bucket that begin alike, in order. */
    List<String> keys(S3Uri prefix) throws IOException, S3Failure {
        String query = "?list-type=2&encoding-type=url&max-keys=" + page + "&prefix=" + encoded(prefix.key());
        var keys = new ArrayList<String>();
        Xml answer;
        String from = "";
        do {
            try (InputStream body = get(encoded(prefix.bucket()) + query + from).body()) {
                answer = Xml.read(body);
            }
            answer.all("Key").forEach(key -> keys.add(URLDecoder.decode(key, StandardCharsets.UTF_8)));
            from = "&continuation-token=" + encoded(answer.first("NextContinuationToken", ""));
        } while (answer.first("IsTruncated", "false").equals("true"));
        keys.sort(BY_BYTES);
        return List.copyOf(keys);
    }

    /** Copies an object. */
    LoadedFile copy(S3Uri object, OutputStream to) throws IOException, S3Failure {
        String path = encoded(object.bucket()) + "/" + encoded(object.key()).replace("%2F", "/");
        HttpResponse<InputStream> response = get(path);
        try (InputStream body = response.body()) {
            long bytes = transfer(body, to);
            String version = response.headers().firstValue("x-amz-version-id").orElse("");
            return new LoadedFile(object.key(), version, bytes);
        }
    }

    private static long transfer(InputStream body, OutputStream to) throws IOException, S3Failure {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
            to.write(buffer, 0, count);
            bytes += count;
        }
        return bytes;
    }

    /** An S3 that stops in the middle is out of reach from then on. */
    private static int read(InputStream body, byte[] buffer) throws S3Failure {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw S3Failure.unreachable(e);
        }
    }

    private HttpResponse<InputStream> get(String path) throws IOException, S3Failure {
        var request = HttpRequest.newBuilder(URI.create(endpoint.get() + "/" + path))
                .timeout(LIMIT)
                .build();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        return response;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, S3Failure {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading from S3");
        } catch (IOException e) {
            throw S3Failure.unreachable(e);
        }
    }

    private static S3Failure failure(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            Xml answer = Xml.read(body);
            return S3Failure.of(
                    answer.first("Code", "Unknown"), answer.first("Message", "Status " + response.statusCode()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
