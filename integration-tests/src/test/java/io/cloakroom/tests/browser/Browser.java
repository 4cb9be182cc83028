package io.cloakroom.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A browser without scripts: cookies, redirects, forms, and a memory of every exchange. One thread drives one browser; for
 * several at once, take several browsers, or {@link #tab()}s of one.
 */
public final class Browser {

    private static final int MOST_REDIRECTS = 20;
    private static final AtomicInteger NETWORKS = new AtomicInteger(256);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final CookieJar cookies;
    private final Map<String, String> headers;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    private Browser(CookieJar cookies, Map<String, String> headers) {
        this.cookies = cookies;
        this.headers = headers;
    }

    /** A fresh browser at an IP address that no other one has, so that tests do not use up each other's budgets. */
    public static Browser create() {
        int network = NETWORKS.getAndIncrement();
        return at(String.format("10.%d.%d.%d", network >> 16 & 255, network >> 8 & 255, network & 255));
    }

    /** A fresh browser at that IP address. The realm asks for https from public ones, so take a private one. */
    public static Browser at(String address) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "text/html,application/xhtml+xml");
        headers.put("Accept-Language", "en");
        headers.put("X-Forwarded-For", address);
        return new Browser(new CookieJar(), headers);
    }

    /** Another browser with the same cookies as of now, in the same network: to act at the same moment as this one. */
    public Browser tab() {
        return new Browser(cookies.copy(), new LinkedHashMap<>(headers));
    }

    /** Puts the cookie of that name from another browser beside those of this one. */
    public Browser taking(String cookie, Browser from) {
        cookies.addAll(from.cookies.only(cookie));
        return this;
    }

    public Browser dropping(String cookie) {
        cookies.remove(cookie);
        return this;
    }

    public Browser speaking(String languages) {
        return sending("Accept-Language", languages);
    }

    /** From now on every request carries that header. */
    public Browser sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public <P> P open(Destination<P> destination) {
        return destination.visit(this);
    }

    public Page get(URI uri) {
        return follow(send("GET", uri, "", ""));
    }

    public Page submit(Form form) {
        return post(form.action(), "application/x-www-form-urlencoded", form.encoded());
    }

    public Page post(URI uri, String contentType, String body) {
        return follow(send("POST", uri, contentType, body));
    }

    /** One exchange of any method, without following where it leads. */
    public Exchange send(String method, URI uri, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        String cookie = cookies.headerFor(uri);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        Exchange exchange = exchange(request.build());
        cookies.store(exchange);
        exchanges.add(exchange);
        return exchange;
    }

    /** Everything that happened so far, oldest first. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public Map<String, String> cookies() {
        return cookies.values();
    }

    /** Follows redirects within Keycloak; one to another origin belongs to the app and ends the walk. */
    private Page follow(Exchange first) {
        Exchange exchange = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (!exchange.isRedirect() || leaves(exchange)) {
                return Page.of(exchange);
            }
            exchange = send("GET", exchange.location().orElseThrow(), "", "");
        }
        throw new AssertionError("More than " + MOST_REDIRECTS + " redirects from " + first.uri());
    }

    private static boolean leaves(Exchange exchange) {
        return !exchange.location()
                .orElseThrow()
                .getAuthority()
                .equals(exchange.uri().getAuthority());
    }

    private static Exchange exchange(HttpRequest request) {
        long start = System.nanoTime();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Exchange(
                    request.method(), request.uri(), response.statusCode(), response.headers(), response.body(), took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while talking to " + request.uri(), e);
        }
    }
}
