package io.cloakroom.check;

import io.cloakroom.link.LinkBase;
import io.cloakroom.mail.MailServerProbe;
import io.cloakroom.mail.MailServerProbe.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Whether mails can leave. */
final class MailServerChecks implements Family {

    private static final long LONGEST_CONNECT = 5_000;
    private static final long SHORTEST_TIMEOUT = 10_000;

    private static final Check SMTP = new Check(
            "smtp",
            Level.ERROR,
            "Without a mail server and a sender nobody gets a code, and no page says so.",
            "Realm settings, Email: set From and Host.");

    private static final Check ANSWER = new Check(
            "smtp-answer",
            Level.ERROR,
            "Mails wait while the mail server is away, and are dropped when their codes have expired. A note where it was not tried.",
            "Realm settings, Email: mend host, port, SSL or StartTLS; let the server through the firewall; add the mail server's"
                    + " certificate to the truststore. Then order a test mail (docs/admin-api.md).");

    private static final Check ENCRYPTION = new Check(
            "smtp-encryption",
            Level.WARNING,
            "Codes and links go to the mail server in clear: whoever reads them on the way signs in with them.",
            "Realm settings, Email: enable SSL or StartTLS.");

    private static final Check CONNECT = new Check(
            "smtp-connection-timeout",
            Level.NOTE,
            "A mail server that is away occupies one of the node's senders for so long, and others wait.",
            "Realm settings, Email, Connection timeout: a few seconds, in milliseconds, if the mail server is close.");

    private static final Check TIMEOUT = new Check(
            "smtp-timeout",
            Level.WARNING,
            "What the mail server accepts later has been tried again by then, and arrives more than once.",
            "Realm settings, Email, Socket read timeout: longer than the mail server ever takes, in milliseconds; empty means ten seconds.");

    @Override
    public List<Check> checks() {
        return List.of(SMTP, ANSWER, ENCRYPTION, CONNECT, TIMEOUT);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        Map<String, String> smtp = situation.realm().getSmtpConfig();
        if (text(smtp, "host").isEmpty() || text(smtp, "from").isEmpty()) {
            return Stream.of(
                    SMTP.found(text(smtp, "host").isEmpty() ? "No mail server is set." : "No sender address is set."));
        }
        return Stream.concat(answer(situation, smtp), of(smtp));
    }

    private static Stream<Finding> answer(Situation situation, Map<String, String> smtp) {
        if (!situation.sight().mailServer()) {
            return Stream.of(ANSWER.found(Level.NOTE, "It was not tried: that takes the role manage-realm."));
        }
        String server = text(smtp, "host") + ":" + (text(smtp, "port").isEmpty() ? "25" : text(smtp, "port"));
        Answer answer = MailServerProbe.ask(situation.session());
        return switch (answer) {
            case READY -> Stream.empty();
            case AWAY -> Stream.of(ANSWER.found(server + " cannot be reached, or says nothing within five seconds."));
            case USELESS -> Stream.of(ANSWER.found(server + " answers, and no conversation about mail comes of it."));
            case BUSY -> Stream.of(ANSWER.found(Level.NOTE, "It was not tried: too many checks are under way."));
        };
    }

    static Stream<Finding> of(Map<String, String> smtp) {
        Stream.Builder<Finding> findings = Stream.builder();
        boolean isEncrypted = "true".equals(smtp.get("ssl")) || "true".equals(smtp.get("starttls"));
        if (!isEncrypted && !LinkBase.isThisMachine(text(smtp, "host"))) {
            findings.add(ENCRYPTION.found("Neither SSL nor StartTLS is on."));
        }
        long connect = millis(smtp, "connectionTimeout").orElse(SHORTEST_TIMEOUT);
        if (connect > LONGEST_CONNECT) {
            findings.add(CONNECT.found("The server waits " + connect + " ms for a connection."));
        }
        millis(smtp, "timeout").stream()
                .filter(timeout -> timeout < SHORTEST_TIMEOUT)
                .forEach(timeout -> findings.add(TIMEOUT.found("The server waits " + timeout + " ms for an answer.")));
        return findings.build();
    }

    private static OptionalLong millis(Map<String, String> smtp, String key) {
        String text = text(smtp, key);
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String text(Map<String, String> smtp, String key) {
        return Objects.requireNonNullElse(smtp.get(key), "").strip();
    }
}
