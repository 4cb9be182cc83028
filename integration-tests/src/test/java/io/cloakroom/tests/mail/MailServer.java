package io.cloakroom.tests.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A real SMTP server on a free loopback port that keeps whatever it gets. */
public final class MailServer {

    private static final class Shared {
        private static final MailServer INSTANCE = new MailServer();
    }

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Integer> read = new ConcurrentHashMap<>();

    private MailServer() {
        greenMail.start();
    }

    /** The one that Keycloak sends to, for the whole run. */
    public static MailServer shared() {
        return Shared.INSTANCE;
    }

    public int port() {
        return greenMail.getSmtp().getPort();
    }

    /** Every mail to anybody, oldest first. */
    public List<Mail> mails() {
        return Arrays.stream(greenMail.getReceivedMessages()).map(Mail::of).toList();
    }

    /** Forgets all mails, so that a test does not read those of the one before. */
    public void empty() {
        try {
            greenMail.purgeEmailFromAllMailboxes();
            read.clear();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Mail> mailsTo(String address) {
        return messagesTo(address)
                .map(StoredMessage::getMimeMessage)
                .map(Mail::of)
                .toList();
    }

    int countTo(String address) {
        return (int) messagesTo(address).count();
    }

    int readBy(String address) {
        return read.getOrDefault(address, 0);
    }

    void markRead(String address, int count) {
        read.put(address, count);
    }

    private Stream<StoredMessage> messagesTo(String address) {
        GreenMailUser user = greenMail.getUserManager().getUserByEmail(address);
        if (user == null) {
            return Stream.of();
        }
        try {
            // A copy is taken at one moment; while somebody walks the list itself, the next mail may arrive.
            return List.copyOf(
                    greenMail.getManagers().getImapHostManager().getInbox(user).getMessages())
                    .stream();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
