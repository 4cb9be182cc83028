package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.link.Denial;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a member what has happened to the account.
 *
 * @param userId the member
 * @param address the member's stored address, or the former one
 * @param news what has happened
 * @param request where, in which app and when
 * @param isFormer whether the account had the address until now
 */
public record SecurityNotice(String userId, Address address, News news, MailRequest request, boolean isFormer)
        implements MailboxLetter {

    @Override
    public String about() {
        return "security-notice";
    }

    @Override
    public String method() {
        return "notice";
    }

    /** News are news for a while; then they stand in the account's own pages. */
    @Override
    public Instant expiresAt() {
        return request.askedAt().plus(PATIENCE);
    }

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "SecurityNotice[hidden]";
    }

    /**
     * What has happened. All texts are message keys but the detail.
     *
     * @param heading a sentence for heading and preheader; takes what it has happened to
     * @param intro the same in full; takes the name of the realm and what it has happened to
     * @param factor what it has happened to, or empty
     * @param detail what it has happened to where that has no message, as the mail's language writes it: a time, an
     *     address; or empty
     * @param isLastGone whether the account has nothing left that is stronger than its mailbox
     * @param advice what to do about it
     * @param stop what ends it, or null where nothing does
     */
    public record News(
            String heading,
            String intro,
            String factor,
            Function<Locale, String> detail,
            boolean isLastGone,
            String advice,
            @Nullable Denial stop) {}
}
