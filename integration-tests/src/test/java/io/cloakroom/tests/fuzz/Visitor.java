package io.cloakroom.tests.fuzz;

import io.cloakroom.tests.browser.Browser;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at an address of their own, with cookies, who may send anything. */
final class Visitor {

    private final Wire wire;
    private final String network;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(URI server, String network) {
        this.wire = new Wire(server);
        this.network = network;
    }

    /** Goes on where that browser is. */
    Visitor after(Browser browser) {
        cookies.putAll(browser.cookies());
        return this;
    }

    String request(Draft draft) {
        return wire.request(
                draft,
                List.of(
                        new Pair("Accept", "text/html"),
                        new Pair("Accept-Language", "en"),
                        new Pair("X-Forwarded-For", network),
                        new Pair("Cookie", cookieHeader())));
    }

    Answer send(String request) {
        Answer answer = wire.send(request);
        answer.all("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        String[] cookie = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else if (cookie.length == 2) {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
