package io.cloakroom.tests.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What arrived in a mailbox, both parts readable. */
public record Mail(String to, String from, String subject, Instant sentAt, String text, String html) {

    private static final Pattern CODE = Pattern.compile("(?m)^[A-Z0-9]{4}-[A-Z0-9]{4}$");
    private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+$");

    /** From what was sent after {@code DATA}. */
    static Mail of(String data) {
        try {
            return of(new MimeMessage(null, new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mail of(MimeMessage message) {
        try {
            return new Mail(
                    Arrays.toString(message.getAllRecipients()).replaceAll("^\\[|]$", ""),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    message.getSentDate().toInstant(),
                    part(message, "text/plain").orElse("").replace("\r\n", "\n"),
                    part(message, "text/html").orElse(""));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code, which stands alone on a line of the text part. */
    public String code() {
        return CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No code stands alone on a line of:\n" + text));
    }

    /** The sign-in link: the first URL that stands alone on a line of the text part. */
    public URI link() {
        return links().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link stands alone on a line of:\n" + text));
    }

    /** All URLs that stand alone on a line of the text part. */
    public List<URI> links() {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(URI::create)
                .toList();
    }

    private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                Optional<String> found = part(child, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
