package io.cloakroom.tests.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The app as its image serves it: the same files, the same headers, told where this Keycloak is. */
final class AppFiles {

    private static final Map<String, String> TYPES = Map.of(
            "/index.html", "text/html; charset=utf-8",
            "/app.css", "text/css; charset=utf-8",
            "/app.js", "text/javascript; charset=utf-8",
            "/page.js", "text/javascript; charset=utf-8",
            "/icon.svg", "image/svg+xml",
            "/lib/oidc-client-ts.min.js", "text/javascript; charset=utf-8");
    private static final Pattern HEADER = Pattern.compile("(?m)^ *add_header (\\S+) \"([^\"]*)\" always;$");

    private final Path folder;
    private final URI issuer;

    AppFiles(Path folder, URI issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /** From the folder that the system property {@code cloakroom.app} names. */
    static AppFiles of(URI issuer) {
        return new AppFiles(Path.of(System.getProperty("cloakroom.app")), issuer);
    }

    Reply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/" -> file("/index.html");
            case "/config.json" -> new Reply(200, headers("application/json"), config());
            default -> file(path);
        };
    }

    private Reply file(String path) {
        String type = TYPES.get(path);
        return type == null ? Reply.notFound() : new Reply(200, headers(type), read(path.substring(1)));
    }

    private String config() {
        try {
            ObjectNode config = (ObjectNode) new ObjectMapper().readTree(read("config.json"));
            return config.put("issuer", issuer.toString())
                    .put("mailbox", "/mail")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read from the configuration of the image's web server, so that there is one policy to look after. */
    private Map<String, String> headers(String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        String keycloak = issuer.resolve("/").toString().replaceAll("/$", "");
        HEADER.matcher(read("nginx.conf.template"))
                .results()
                .forEach(match -> headers.put(match.group(1), match.group(2).replace("${KEYCLOAK_URL}", keycloak)));
        headers.put("Content-Type", type);
        return headers;
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
