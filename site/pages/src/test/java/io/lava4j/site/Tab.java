package io.lava4j.site;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in Chromium: what it shows, what it fetches, and the faults of its scripts. */
final class Tab implements WebSocket.Listener {
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> loads = new ConcurrentHashMap<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final StringBuilder incoming = new StringBuilder();
    private final WebSocket socket;

    Tab(HttpClient client, URI address, int width, int height) {
        socket = client.newWebSocketBuilder().buildAsync(address, this).join();
        ask("Page.enable", Map.of());
        ask("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
        ask("Network.enable", Map.of());
        ask("Runtime.enable", Map.of());
        ask("Log.enable", Map.of());
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void colours(String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void withoutScripts() {
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    void open(Path page) {
        String load = ask("Page.navigate", Map.of("url", page.toUri().toString()))
                .get("loaderId")
                .asString();
        await(loaded(load));
    }

    /** What an expression gives; of a promise, what it is kept with. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /** What the window shows, which is also written to a file. */
    BufferedImage screenshot(Path file) throws IOException {
        byte[] picture = Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data")
                        .asString());
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    List<String> fetched() {
        return fetched;
    }

    List<String> faults() {
        return faults;
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String question =
                JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(question, true).join();
        return await(answer);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean end) {
        incoming.append(text);
        if (end) {
            JsonNode message = JsonMapper.shared().readTree(incoming.toString());
            incoming.setLength(0);
            hear(message);
        }
        from.request(1);
        return null;
    }

    private void hear(JsonNode message) {
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "" -> answered(message);
            case "Page.lifecycleEvent" -> lived(parameters);
            case "Network.requestWillBeSent" ->
                fetched.add(parameters.at("/request/url").asString());
            case "Runtime.exceptionThrown" -> faults.add(parameters.toString());
            case "Log.entryAdded" -> faults.add(parameters.at("/entry/text").asString());
            default -> {}
        }
    }

    private void answered(JsonNode message) {
        CompletableFuture<JsonNode> question = asked.remove(message.get("id").asInt());
        if (message.has("error")) {
            question.completeExceptionally(
                    new IllegalStateException(message.get("error").toString()));
        } else {
            question.complete(message.get("result"));
        }
    }

    private void lived(JsonNode event) {
        if (event.get("name").asString().equals("load")) {
            loaded(event.get("loaderId").asString()).complete(null);
        }
    }

    private CompletableFuture<Void> loaded(String load) {
        return loads.computeIfAbsent(load, any -> new CompletableFuture<>());
    }

    // Longer than a busy machine takes.
    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(10, TimeUnit.MINUTES).join();
    }
}
