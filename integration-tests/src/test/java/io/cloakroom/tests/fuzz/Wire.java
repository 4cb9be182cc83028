package io.cloakroom.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sends what no HTTP client would send, byte by byte, and reads whatever comes back. */
final class Wire {

    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();
    /** What was sent may have ended the request before it asked to close the connection. Then an answer ends with silence. */
    private static final int SILENCE = (int) Duration.ofSeconds(5).toMillis();

    private final URI server;

    Wire(URI server) {
        this.server = server;
    }

    /** The request as it will be sent. A header that the draft brings replaces the usual one of that name. */
    String request(Draft draft, List<Pair> usual) {
        String body = draft.body();
        List<Pair> headers = new ArrayList<>(usual);
        headers.add(new Pair("Host", server.getAuthority()));
        if (!body.isEmpty() && !draft.contentType.isEmpty()) {
            headers.add(new Pair("Content-Type", draft.contentType));
        }
        headers.removeIf(header -> draft.headers.stream().anyMatch(other -> isSame(header, other)));
        headers.addAll(draft.headers);
        headers.add(new Pair("Connection", "close"));
        if (!body.isEmpty() || draft.method.equals("POST")) {
            headers.add(new Pair("Content-Length", Integer.toString(body.length())));
        }
        return headers.stream()
                .map(header -> header.name() + ": " + header.value() + "\r\n")
                .collect(Collectors.joining("", draft.method + " " + draft.target() + " HTTP/1.1\r\n", "\r\n" + body));
    }

    /** What came back, up to the last byte. An answer without a status where nothing came. */
    Answer send(String request) {
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            write(socket, request);
            return read(socket, start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(Bytes.of(request));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // A server need not listen to the end of what it refuses; it may have answered all the same.
            socket.setSoTimeout(1000);
        }
    }

    private static Answer read(Socket socket, long start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        long last = System.nanoTime();
        try {
            InputStream in = socket.getInputStream();
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                bytes.write(part, 0, length);
                last = System.nanoTime();
                socket.setSoTimeout(SILENCE);
            }
        } catch (SocketException | SocketTimeoutException e) {
            // Reset by the server, or kept open, after it has said what it had to say.
            last = bytes.size() == 0 ? System.nanoTime() : last;
        }
        return Answer.of(bytes.toString(StandardCharsets.ISO_8859_1), Duration.ofNanos(last - start));
    }

    private static boolean isSame(Pair one, Pair other) {
        return one.name().toLowerCase(Locale.ROOT).equals(other.name().toLowerCase(Locale.ROOT));
    }
}
