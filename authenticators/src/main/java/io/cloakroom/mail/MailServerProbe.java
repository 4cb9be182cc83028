package io.cloakroom.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailConnectException;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/**
 * Asks whether the realm's mail server is there: says hello, and neither logs in nor sends. Who asks waits for a bounded
 * time, whatever answers at the other end. They learn no more of what is at that address than Keycloak's own test of the
 * connection tells by the time it takes: never what the other end said.
 */
public final class MailServerProbe {

    /** What came of it. */
    public enum Answer {
        /** A mail server that would talk. */
        READY,
        /** Nobody there, or nobody who says anything. */
        AWAY,
        /** Somebody who is no mail server, or none with whom encryption can be agreed. */
        USELESS,
        /** Too many are asking on this node. */
        BUSY
    }

    private static final int PATIENCE_SECONDS = 5;
    private static final String STEP_MILLIS = "3000";

    /** A server that answers byte by byte keeps a thread for as long as it likes; it shall not have many. */
    private static final Semaphore CONVERSATIONS = new Semaphore(4);

    private MailServerProbe() {}

    /** Asks the mail server of the session's realm. */
    public static Answer ask(KeycloakSession session) {
        Properties properties =
                properties(session, session.getContext().getRealm().getSmtpConfig());
        if (!CONVERSATIONS.tryAcquire()) {
            return Answer.BUSY;
        }
        FutureTask<Answer> conversation = new FutureTask<>(() -> {
            try {
                return talk(properties);
            } finally {
                CONVERSATIONS.release();
            }
        });
        Thread thread = new Thread(conversation, "cloakroom-mail-probe");
        thread.setDaemon(true);
        thread.start();
        return await(conversation);
    }

    private static Answer await(FutureTask<Answer> conversation) {
        try {
            return conversation.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Answer.AWAY;
        } catch (ExecutionException e) {
            return Answer.USELESS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.AWAY;
        }
    }

    private static Answer talk(Properties properties) {
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect();
            return Answer.READY;
        } catch (MailConnectException e) {
            return Answer.AWAY;
        } catch (MessagingException e) {
            return Answer.USELESS;
        }
    }

    /** As Keycloak's own sender has them, but for the login. */
    private static Properties properties(KeycloakSession session, Map<String, String> smtp) {
        Properties properties = new Properties();
        smtp.forEach((key, value) -> {
            if (value != null && (key.equals("host") || key.equals("port"))) {
                properties.setProperty("mail.smtp." + key, value.strip());
            }
        });
        properties.setProperty("mail.smtp.connectiontimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.timeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString("true".equals(smtp.get("ssl"))));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString("true".equals(smtp.get("starttls"))));
        trust(properties, new JSSETruststoreConfigurator(session));
        return properties;
    }

    private static void trust(Properties properties, JSSETruststoreConfigurator truststore) {
        SSLSocketFactory sockets = truststore.getSSLSocketFactory();
        if (sockets == null) {
            return;
        }
        boolean trustsAnybody = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", Boolean.toString(!trustsAnybody));
        if (trustsAnybody) {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
    }
}
