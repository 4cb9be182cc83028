package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in link that an administrator sends to a member.
 *
 * @param userId the member
 * @param address the member's stored address
 * @param links what stands in it
 * @param request where, for which app and when
 * @param expiresAt from when on the link is worth nothing
 */
public record Invitation(String userId, Address address, Links links, MailRequest request, Instant expiresAt)
        implements MailboxLetter {

    /** A link may live for days; a place in the queue is not kept for that long. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Override
    public String about() {
        return Purpose.SIGN_IN.id();
    }

    @Override
    public String method() {
        return "magic-link";
    }

    @Override
    public Instant deliverableUntil() {
        Instant enough = request.askedAt().plus(PATIENCE);
        return enough.isBefore(expiresAt) ? enough : expiresAt;
    }

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "Invitation[hidden]";
    }

    /**
     * The links in the mail.
     *
     * @param signIn signs the member in
     * @param notMe ends whatever comes of the mail
     */
    public record Links(URI signIn, URI notMe) {

        /** Hides everything: whatever logs this object logs nothing. */
        @Override
        public String toString() {
            return "Links[hidden]";
        }
    }
}
