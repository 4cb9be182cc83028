package io.cloakroom.tests.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request as it should be, to be spoilt in one place or another before it is sent. */
final class Draft {

    /** How the fields travel. */
    enum Shape {
        FORM("application/x-www-form-urlencoded"),
        MULTIPART("multipart/form-data; boundary=x"),
        JSON("application/json");

        private final String contentType;

        Shape(String contentType) {
            this.contentType = contentType;
        }
    }

    final List<Pair> query = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();
    final List<Pair> fields = new ArrayList<>();
    String method;
    String path;
    Shape shape = Shape.FORM;
    String contentType = Shape.FORM.contentType;

    private Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** What happens when somebody follows that link. */
    static Draft get(URI uri) {
        return to("GET", uri);
    }

    /** What happens when somebody sends that form. */
    static Draft post(URI uri, Map<String, String> fields) {
        Draft draft = to("POST", uri);
        fields.forEach((name, value) -> draft.fields.add(Pair.escaped(name, value)));
        return draft;
    }

    /** What a script sends to an API. */
    static Draft json(URI uri, String token, Map<String, String> fields) {
        Draft draft = post(uri, Map.of()).as(Shape.JSON);
        draft.headers.add(new Pair("Authorization", "Bearer " + token));
        fields.forEach((name, value) -> draft.fields.add(new Pair(name, value)));
        return draft;
    }

    Draft as(Shape other) {
        shape = other;
        contentType = other.contentType;
        return this;
    }

    Draft copy() {
        Draft copy = new Draft(method, path).as(shape);
        copy.contentType = contentType;
        copy.query.addAll(query);
        copy.headers.addAll(headers);
        copy.fields.addAll(fields);
        return copy;
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + joined(query);
    }

    /** Only what is posted has a body. */
    String body() {
        if (method.equals("GET") || method.equals("HEAD")) {
            return "";
        }
        return switch (shape) {
            case FORM -> joined(fields);
            case MULTIPART ->
                fields.stream().map(Draft::part).collect(Collectors.joining()) + (fields.isEmpty() ? "" : "--x--\r\n");
            case JSON ->
                fields.stream()
                        .map(field -> "\"" + field.name() + "\":" + field.value())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static Draft to(String method, URI uri) {
        Draft draft = new Draft(method, uri.getRawPath());
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                draft.query.add(new Pair(parts[0], parts.length == 2 ? parts[1] : ""));
            }
        }
        return draft;
    }

    private static String joined(List<Pair> pairs) {
        return pairs.stream().map(Pair::toString).collect(Collectors.joining("&"));
    }

    private static String part(Pair field) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n" + field.value() + "\r\n";
    }
}
