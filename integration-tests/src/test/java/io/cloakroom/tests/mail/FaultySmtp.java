package io.cloakroom.tests.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says "not now" to the first mails, or takes its time with each. */
public final class FaultySmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final int refusals;
    private final Duration delay;
    private final ExecutorService clients = Executors.newCachedThreadPool(FaultySmtp::daemon);
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();

    private FaultySmtp(int refusals, Duration delay) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.refusals = refusals;
        this.delay = delay;
        clients.execute(this::accept);
    }

    /** Says "not now" to so many mails and takes all that follow. */
    public static FaultySmtp refusing(int mails) throws IOException {
        return new FaultySmtp(mails, Duration.ZERO);
    }

    /** Takes every mail, after that long. */
    public static FaultySmtp slow(Duration delay) throws IOException {
        return new FaultySmtp(0, delay);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many times somebody has begun to hand over a mail. */
    public int tries() {
        return tries.get();
    }

    /** How many mails were taken. */
    public int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        clients.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.execute(() -> talk(client));
            } catch (IOException e) {
                // Closed, which ends the loop.
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            converse(client);
        } catch (IOException e) {
            // The client hung up, as clients do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Socket client) throws IOException, InterruptedException {
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
                Thread.sleep(delay.toMillis());
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

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "faulty-smtp");
        thread.setDaemon(true);
        return thread;
    }
}
