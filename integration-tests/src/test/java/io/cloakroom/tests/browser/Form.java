package io.cloakroom.tests.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.nodes.FormElement;

/** A form as it stands on a page, filled in step by step. */
public record Form(URI action, Map<String, String> values) {

    static Form of(FormElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Connection.KeyVal field : element.formData()) {
            values.put(field.key(), field.value());
        }
        // A button counts only when it is pressed.
        element.select("input[type=submit]").forEach(button -> values.remove(button.attr("name")));
        return new Form(URI.create(element.absUrl("action")), values);
    }

    /** The same form with that field filled, or that button pressed. */
    public Form with(String name, String value) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.put(name, value);
        return new Form(action, filled);
    }

    /** The same form sent to another server of the same site, as a load balancer without stickiness would. */
    public Form at(URI server) {
        String rest = action.getRawPath() + (action.getRawQuery() == null ? "" : "?" + action.getRawQuery());
        return new Form(server.resolve(rest), values);
    }

    /** Where the browser's address bar stands while the form is shown: what a refresh asks for. */
    public URI page() {
        return URI.create(action.toString().replaceAll("session_code=[^&]*&", ""));
    }

    String encoded() {
        return values.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
