package io.lava4j.sandbox.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks a stand-in, which checks no signature, for a secret: so that the sandbox's own commands need no AWS SDK.
 *
 * @param endpoint the stand-in's
 */
public record SecretRequest(URI endpoint) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The text of the secret.
     *
     * @throws UncheckedIOException when no stand-in answers there
     * @throws IllegalStateException when it knows no such secret
     */
    public String value(String name) {
        HttpResponse<String> response = send(JSON.writeValueAsString(Map.of("SecretId", name)));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The stand-in at '" + endpoint + "' has no secret '" + name + "'");
        }
        return JSON.readTree(response.body()).path("SecretString").asString("");
    }

    private HttpResponse<String> send(String body) {
        var request = HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("X-Amz-Target", "secretsmanager.GetSecretValue")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No sandbox answers at '" + endpoint + "': is 'lava-sandbox up' running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the stand-in for a secret", e);
        }
    }
}
