package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.Purpose;
import java.net.URI;
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

    @Override
    public String about() {
        return Purpose.SIGN_IN.id();
    }

    @Override
    public String method() {
        return "magic-link";
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
