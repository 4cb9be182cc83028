package io.cloakroom.tests.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** One small web server on loopback: the app under {@code /}, the mailbox under {@code /mail}. */
final class DemoSite implements AutoCloseable {

    private final HttpServer server;

    private DemoSite(HttpServer server) {
        this.server = server;
    }

    /** Port 0 takes any that is free. Nothing is answered before {@link #open}. */
    static DemoSite at(int port) {
        try {
            return new DemoSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    DemoSite open(AppFiles app, MailboxPages mailbox) {
        server.createContext("/", exchange -> answer(exchange, app::reply));
        server.createContext("/mail", exchange -> answer(exchange, mailbox::reply));
        server.start();
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Function<HttpExchange, Reply> pages) throws IOException {
        try (exchange) {
            Reply reply = pages.apply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
