package io.cloakroom.tests.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One address's mailbox, read as a person reads it: wait for the new mail, open the newest. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final MailServer server;
    private final String address;

    private Inbox(MailServer server, String address) {
        this.server = server;
        this.address = address;
    }

    public static Inbox of(String address) {
        return new Inbox(MailServer.shared(), address);
    }

    /** The newest mail, as soon as there is one that nobody read before. From now on it counts as read. */
    public Mail awaitMail() {
        int read = server.readBy(address);
        if (!grewTo(read + 1)) {
            throw new AssertionError("No new mail to " + address + " within " + PATIENCE + "; read before: " + read);
        }
        List<Mail> mails = server.mailsTo(address);
        server.markRead(address, mails.size());
        return mails.get(mails.size() - 1);
    }

    /** The code in {@link #awaitMail()}. */
    public String lastCode() {
        return awaitMail().code();
    }

    /** The sign-in link in {@link #awaitMail()}. */
    public URI lastLink() {
        return awaitMail().link();
    }

    /** How many mails came so far, read or not. */
    public int count() {
        return server.countTo(address);
    }

    /** Waits until so many mails came in all. */
    public void awaitCount(int expected) {
        if (!grewTo(expected)) {
            throw new AssertionError("Expected " + expected + " mails to " + address + ", got " + count());
        }
    }

    private boolean grewTo(int expected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (count() < expected) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for mail", e);
        }
    }
}
