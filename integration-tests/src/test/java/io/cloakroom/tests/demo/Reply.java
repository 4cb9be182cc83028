package io.cloakroom.tests.demo;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the demo's web server answers. */
record Reply(int status, Map<String, String> headers, String body) {

    /** No script, no frame of a stranger, nothing from elsewhere. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

    static Reply page(String html) {
        return new Reply(200, Map.of("Content-Security-Policy", POLICY), html);
    }

    static Reply notFound() {
        return new Reply(404, Map.of(), "Not found");
    }

    static Reply redirect(URI target) {
        return new Reply(303, Map.of("Location", target.toString()), "");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
