package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for, before anybody has looked whether the address belongs to an account.
 *
 * @param proof what the mail proves; the mail is worthless when it has expired
 * @param code the secret to deliver: to a member, or to a stranger who may sign up with it
 * @param purpose what the proof is for
 * @param contents code, link, or both
 * @param request who asked, from where and in which language
 * @param takenAddress what a member gets who signs up
 * @param userId whom another factor has named already, or null where only the address says who it is
 */
public record ProofLetter(
        PendingProof proof,
        String code,
        Purpose purpose,
        Contents contents,
        MailRequest request,
        TakenAddress takenAddress,
        @Nullable String userId)
        implements MailboxLetter {

    @Override
    public Address address() {
        return proof.address();
    }

    @Override
    public String about() {
        return purpose.id();
    }

    @Override
    public String method() {
        return contents.kind().hasCode() ? "email-otp" : "magic-link";
    }

    @Override
    public Instant expiresAt() {
        return proof.expiresAt();
    }

    /** Hides everything: whatever logs this object logs nothing. */
    @Override
    public String toString() {
        return "ProofLetter[hidden]";
    }
}
