package io.cloakroom.tests.mail;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server with moods: it says "not now", takes its time with each mail, or never answers, until it is well again. */
public final class FaultySmtp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** No address begins so. */
    private static final String NOBODY = " ";

    private final ServerSocket socket;
    private final ExecutorService clients = Executors.newCachedThreadPool(FaultySmtp::daemon);
    private final AtomicInteger refusalsLeft = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final Map<String, BlockingQueue<Mail>> unread = new ConcurrentHashMap<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile int cutEvery = Integer.MAX_VALUE;
    private volatile boolean hangs;
    private volatile String refused = NOBODY;

    private FaultySmtp() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        clients.execute(this::accept);
    }

    /** Takes every mail at once, so far. */
    public static FaultySmtp healthy() throws IOException {
        return new FaultySmtp();
    }

    /** Says "not now" to so many mails and takes all that follow. */
    public static FaultySmtp refusing(int mails) throws IOException {
        FaultySmtp smtp = healthy();
        smtp.refuse(mails);
        return smtp;
    }

    /** Takes every mail, after that long. */
    public static FaultySmtp slow(Duration delay) throws IOException {
        FaultySmtp smtp = healthy();
        smtp.slowDown(delay);
        return smtp;
    }

    /** From now on it says "not now" to so many mails. */
    public void refuse(int mails) {
        refusalsLeft.set(mails);
    }

    /** From now on it says "not now" to every mail to an address that begins so, as where that address's own server is away. */
    public void refuseThoseTo(String beginning) {
        refused = beginning;
    }

    /** From now on it takes a mail only after that long. */
    public void slowDown(Duration longer) {
        delay = longer;
    }

    /** From now on it hangs up in the middle of every so-manieth mail. */
    public void cut(int every) {
        cutEvery = every;
    }

    /** From now on it accepts connections and never says a word. */
    public void hang() {
        hangs = true;
    }

    /** From now on it is a good server; whoever it keeps waiting goes on waiting. */
    public void recover() {
        hangs = false;
        slowDown(Duration.ZERO);
        refuse(0);
        refuseThoseTo(NOBODY);
        cut(Integer.MAX_VALUE);
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
        return recipients.size();
    }

    /** Whom the mails that were taken are for, one entry for each. */
    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    /** The newest mail to that address that nobody has read yet, as soon as there is one. */
    public Mail awaitMail(String recipient) {
        return newest(recipient, PATIENCE)
                .orElseThrow(() -> new AssertionError("No mail to " + recipient + " within " + PATIENCE));
    }

    /** The same, and nothing where none comes in time. Whatever came before it counts as read. */
    public Optional<Mail> newest(String recipient, Duration patience) {
        try {
            BlockingQueue<Mail> mailbox = mailbox(recipient);
            Mail mail = mailbox.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            for (Mail newer = mailbox.poll(); newer != null; newer = mailbox.poll()) {
                mail = newer;
            }
            return Optional.ofNullable(mail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
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
            boolean isCut = tries.incrementAndGet() % cutEvery == 0;
            if (hangs) {
                client.getInputStream().readAllBytes();
            } else {
                converse(client, isCut);
            }
        } catch (IOException e) {
            // The client hung up, as clients do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void converse(Socket client, boolean isCut) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        boolean refuses = refusalsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        String recipient = "";
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            recipient = line.startsWith("RCPT") ? line.replaceAll(".*<|>.*", "") : recipient;
            say(out, answer(line, refuses || recipient.startsWith(refused)));
            if (line.equals("DATA")) {
                take(recipient, isCut ? cutOff(in) : data(in));
                say(out, "250 fine");
            }
        }
    }

    private void take(String recipient, String text) throws InterruptedException {
        Thread.sleep(delay.toMillis());
        recipients.add(recipient);
        mailbox(recipient).add(Mail.of(text));
    }

    private BlockingQueue<Mail> mailbox(String recipient) {
        return unread.computeIfAbsent(recipient, fresh -> new LinkedBlockingQueue<>());
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException();
            }
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private static String cutOff(BufferedReader in) throws IOException {
        throw new EOFException("After the line " + in.readLine());
    }

    private static String answer(String line, boolean refuses) {
        if (line.equals("DATA")) {
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
