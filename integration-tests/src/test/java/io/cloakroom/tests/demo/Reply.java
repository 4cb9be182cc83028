package io.cloakroom.tests.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the demo's web server answers. */
record Reply(int status, Map<String, String> headers, String body) {

    /** No script, no frame of a stranger, nothing from elsewhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'self'";

    static Reply page(String html) {
        return of(200, html).with("Content-Type", "text/html; charset=utf-8");
    }

    static Reply notFound() {
        return of(404, "Not found");
    }

    private static Reply of(int status, String text) {
        return new Reply(
                status,
                Map.of(
                        "Content-Security-Policy", POLICY,
                        "Content-Type", "text/plain; charset=utf-8",
                        "Cache-Control", "no-store",
                        "X-Content-Type-Options", "nosniff"),
                text);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
