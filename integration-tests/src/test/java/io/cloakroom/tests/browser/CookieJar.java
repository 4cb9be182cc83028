package io.cloakroom.tests.browser;

import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Cookies of one site. Unlike the JDK's, it sends Secure ones to plain http://localhost, as browsers do. */
final class CookieJar {

    private record Key(String name, String path) {}

    private final Map<Key, HttpCookie> cookies = new LinkedHashMap<>();

    synchronized void store(Exchange exchange) {
        for (HttpCookie cookie : exchange.setCookies()) {
            Key key = new Key(cookie.getName(), pathOf(cookie));
            cookies.remove(key);
            if (!cookie.hasExpired()) {
                cookies.put(key, cookie);
            }
        }
    }

    synchronized String headerFor(URI uri) {
        return cookies.entrySet().stream()
                .filter(entry -> isBelow(entry.getKey().path(), uri.getPath()))
                .filter(entry -> !entry.getValue().hasExpired())
                .map(entry -> entry.getKey().name() + "=" + entry.getValue().getValue())
                .collect(Collectors.joining("; "));
    }

    /** The cookies of that name only. */
    synchronized CookieJar only(String name) {
        CookieJar stolen = new CookieJar();
        cookies.forEach((key, cookie) -> {
            if (key.name().equals(name)) {
                stolen.cookies.put(key, cookie);
            }
        });
        return stolen;
    }

    synchronized void addAll(CookieJar other) {
        cookies.putAll(other.cookies);
    }

    synchronized void remove(String name) {
        cookies.keySet().removeIf(key -> key.name().equals(name));
    }

    synchronized CookieJar copy() {
        CookieJar copy = new CookieJar();
        copy.cookies.putAll(cookies);
        return copy;
    }

    synchronized Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        cookies.forEach((key, cookie) -> values.put(key.name(), cookie.getValue()));
        return values;
    }

    private static String pathOf(HttpCookie cookie) {
        return cookie.getPath() == null ? "/" : cookie.getPath();
    }

    private static boolean isBelow(String cookiePath, String path) {
        String folder = cookiePath.endsWith("/") ? cookiePath : cookiePath + "/";
        return path.equals(cookiePath) || path.startsWith(folder);
    }
}
