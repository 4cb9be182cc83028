package io.cloakroom.tests.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * What a browser fetches to show a page, in bytes as a compressing server sends them.
 *
 * @param html the page itself
 * @param parts everything that it loads, by path without what differs from theme to theme
 */
public record PageWeight(int html, Map<String, Integer> parts) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<URI, Integer> KNOWN = new ConcurrentHashMap<>();

    /** Of the page that is shown. */
    public static PageWeight of(Chromium chromium) {
        Map<String, Integer> parts = new TreeMap<>();
        for (String address : Check.LOADED.answers(chromium)) {
            URI part = URI.create(address);
            parts.put(
                    part.getPath().replaceFirst("/resources/[^/]+/login/[^/]+", ""),
                    KNOWN.computeIfAbsent(part, PageWeight::weigh));
        }
        String html = String.valueOf(chromium.driver().getPageSource());
        return new PageWeight(compressed(html.getBytes(StandardCharsets.UTF_8)), parts);
    }

    public int bytes() {
        return html + parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How much more comes over the line than for the other page, part by part. What only that one loads is no credit. */
    public Map<String, Integer> beside(PageWeight other) {
        Map<String, Integer> more = new TreeMap<>(Map.of("the page itself", Math.max(0, html - other.html)));
        parts.forEach((part, bytes) -> more.put(part, Math.max(0, bytes - other.parts.getOrDefault(part, 0))));
        more.values().removeIf(bytes -> bytes == 0);
        return more;
    }

    private static int weigh(URI part) {
        try {
            byte[] body = HTTP.send(HttpRequest.newBuilder(part).build(), BodyHandlers.ofByteArray())
                    .body();
            // Pictures and fonts are compressed already.
            return Math.min(body.length, compressed(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while fetching " + part, e);
        }
    }

    private static int compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
