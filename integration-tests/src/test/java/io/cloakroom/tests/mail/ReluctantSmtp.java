package io.cloakroom.tests.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says "not now" to the first mails and takes the others. */
public final class ReluctantSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final int refusals;
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    private ReluctantSmtp(ServerSocket socket, int refusals) {
        this.socket = socket;
        this.refusals = refusals;
    }

    public static ReluctantSmtp refusing(int mails) throws IOException {
        ReluctantSmtp server = new ReluctantSmtp(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), mails);
        Thread thread = new Thread(server::accept, "reluctant-smtp");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int tries() {
        return tries.get();
    }

    public int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        boolean refuses = tries.incrementAndGet() <= refusals;
        boolean data = false;
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            if (data) {
                taken.incrementAndGet();
            }
            data = !data && line.equals("DATA");
            say(out, answer(line, refuses, data));
        }
    }

    private static String answer(String line, boolean refuses, boolean data) {
        if (data) {
            return "354 go on";
        }
        return refuses && line.startsWith("RCPT") ? "451 not now" : "250 fine";
    }

    private static void say(Writer out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }
}
