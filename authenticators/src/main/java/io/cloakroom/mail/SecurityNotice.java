package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells a member what has happened to the account.
 *
 * @param userId the member
 * @param address the member's stored address
 * @param news what has happened
 * @param request where, in which app and when
 */
public record SecurityNotice(String userId, Address address, News news, MailRequest request) implements Letter {

    /** News are news for a while; then they stand in the account's own pages. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Override
    public String about() {
        return "security-notice";
    }

    @Override
    public String method() {
        return "notice";
    }

    @Override
    public Instant expiresAt() {
        return request.askedAt().plus(PATIENCE);
    }

    @Override
    public Instant deliverableUntil() {
        return expiresAt();
    }

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "SecurityNotice[hidden]";
    }

    /**
     * What has happened.
     *
     * @param heading message key of a sentence for heading and subject
     * @param factor message key of what it has happened to
     * @param isLastGone whether the account has nothing left that is stronger than its mailbox
     */
    public record News(String heading, String factor, boolean isLastGone) {}
}
