package io.cloakroom.tests.browser;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One request and what came back, to be compared with another one. */
public record Exchange(String method, URI uri, int status, HttpHeaders headers, String body, Duration took) {

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public Optional<URI> location() {
        return header("Location").map(uri::resolve);
    }

    public List<HttpCookie> setCookies() {
        return headers.allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .toList();
    }

    public List<String> setCookieNames() {
        return setCookies().stream().map(HttpCookie::getName).toList();
    }

    boolean isRedirect() {
        return status >= 300 && status < 400 && location().isPresent();
    }
}
