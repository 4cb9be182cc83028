package io.cloakroom.tests.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came back over the wire. The status is zero where nothing did. */
record Answer(int status, List<Pair> headers, String body, Duration took) {

    /** Reads a whole answer, up to where the server closed the connection. */
    static Answer of(String text, Duration took) {
        if (!text.startsWith("HTTP/1.")) {
            return new Answer(0, List.of(), text, took);
        }
        String[] parts = text.split("\r\n\r\n", 2);
        List<String> lines = parts[0].lines().toList();
        List<Pair> headers = lines.stream().skip(1).map(Answer::pair).toList();
        return new Answer(
                Integer.parseInt(lines.get(0).split(" ", 3)[1]), headers, parts.length == 2 ? parts[1] : "", took);
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name.toLowerCase(Locale.ROOT)))
                .map(Pair::value)
                .toList();
    }

    boolean isHtml() {
        return header("Content-Type").orElse("text/html").startsWith("text/html");
    }

    private static Pair pair(String line) {
        String[] parts = line.split(":", 2);
        return new Pair(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1].strip() : "");
    }
}
