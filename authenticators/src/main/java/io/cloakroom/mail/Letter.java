package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for, before anybody has looked whether the address belongs to an account.
 *
 * @param address whom it is for
 * @param code the secret to deliver to a member
 * @param purpose what the code is for
 * @param expiresAt until when the code works; the mail is worthless afterwards
 * @param request who asked, from where and in which language
 * @param userId whom another factor has named already, or null where only the address says who it is
 */
public record Letter(
        Address address,
        String code,
        Purpose purpose,
        Instant expiresAt,
        MailRequest request,
        @Nullable String userId) {

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
