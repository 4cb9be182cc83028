package io.cloakroom.tests.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A wire to a server that can be held: what is sent meanwhile arrives later, and nobody is told. */
final class PausingProxy implements AutoCloseable {

    private static final int BUFFER = 16_384;

    private final Object gate = new Object();
    private final ExecutorService wires = Executors.newCachedThreadPool(PausingProxy::daemon);
    private final ServerSocket socket;
    private final String host;
    private final int port;
    private boolean paused;

    private PausingProxy(ServerSocket socket, String host, int port) {
        this.socket = socket;
        this.host = host;
        this.port = port;
    }

    static PausingProxy to(String host, int port) {
        try {
            ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            PausingProxy proxy = new PausingProxy(socket, host, port);
            proxy.wires.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void pause() {
        synchronized (gate) {
            paused = true;
        }
    }

    void resume() {
        synchronized (gate) {
            paused = false;
            gate.notifyAll();
        }
    }

    @Override
    public void close() {
        wires.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                wires.execute(() -> pump(client, server));
                wires.execute(() -> pump(server, client));
            } catch (IOException e) {
                // Closed, which ends the loop, or a server that is away, which the client notices.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitOpen();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two hung up, and so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitOpen() throws InterruptedException {
        synchronized (gate) {
            while (paused) {
                gate.wait();
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "pausing-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
