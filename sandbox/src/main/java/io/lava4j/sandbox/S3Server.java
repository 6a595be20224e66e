package io.lava4j.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A running S3 server that checks no signature. It ends with its sandbox. Safe for use by many threads. */
public final class S3Server {
    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client of the server at an endpoint, such as {@code http://127.0.0.1:9000}. */
    S3Server(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** What {@code AWS_ENDPOINT_URL_S3} is to be set to. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket with a name that no other has, and gives the name. */
    public String newBucket() {
        String name = RandomText.name("bucket-");
        createBucket(name);
        return name;
    }

    /** Makes a bucket. */
    public void createBucket(String name) {
        put(name, BodyPublishers.noBody());
    }

    /** Puts an object. */
    public void put(String bucket, String key, byte[] content) {
        put(path(bucket, key), BodyPublishers.ofByteArray(content));
    }

    /** Puts an object: text as UTF-8. */
    public void put(String bucket, String key, String content) {
        put(bucket, key, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts an object: a file's content, never held in memory as a whole. */
    public void put(String bucket, String key, Path file) {
        try {
            put(path(bucket, key), BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new SandboxException("The file '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(endpoint.resolve("/")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private void put(String path, BodyPublisher body) {
        try {
            var request = HttpRequest.newBuilder(endpoint.resolve("/" + path))
                    .PUT(body)
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new SandboxException("S3 refuses to put '" + path + "' with status " + response.statusCode()
                        + ": " + response.body());
            }
        } catch (IOException e) {
            throw new SandboxException("S3 at '" + endpoint + "' cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private static String path(String bucket, String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return bucket + "/" + encoded.replace("+", "%20").replace("%2F", "/");
    }

    @Override
    public String toString() {
        return "S3 at " + endpoint;
    }
}
