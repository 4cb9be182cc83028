package io.cloakroom.emailotp;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Decision;
import io.cloakroom.mail.Letter;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.ProofNotes;
import io.cloakroom.proof.Proofs;
import io.cloakroom.proof.Purpose;
import io.cloakroom.proof.Verdict;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The codes of one step in one login: sent, sent again, verified. */
final class CodeExchange {

    private final AuthenticationFlowContext context;
    private final EmailOtpConfig config;
    private final Purpose purpose;
    private final Proofs proofs;

    CodeExchange(AuthenticationFlowContext context, EmailOtpConfig config) {
        this.context = context;
        this.config = config;
        this.purpose = config.role() == Role.FIRST ? Purpose.SIGN_IN : Purpose.SECOND_FACTOR;
        this.proofs = new Proofs(context, purpose, config.rules());
    }

    Purpose purpose() {
        return purpose;
    }

    /** The code this step waits for, if it was sent to this address. */
    Optional<PendingProof> pendingFor(Address address) {
        return ProofNotes.pending(context, purpose)
                .filter(proof -> proof.address().equals(address));
    }

    /** Asks the budgets for a mail to this address. */
    Decision permitFor(Address address) {
        return config.mails().take(context.getSession(), address);
    }

    /** Mails the first code of this login to this address. */
    PendingProof send(Address address) {
        return mail(proofs.issue(address));
    }

    /** Whether this request may send another code; of several at once, one may. */
    boolean mayReplace(PendingProof old) {
        return proofs.mayReplace(old);
    }

    /** Mails another code, which takes the place of the one before. */
    PendingProof sendAgain(PendingProof old) {
        return mail(proofs.reissue(old));
    }

    /** Whether the code could still be right: not too old, not spent, not guessed at too often. */
    boolean isUsable(PendingProof proof) {
        return proofs.isUsable(proof);
    }

    Verdict verify(PendingProof proof, String code) {
        return proofs.verify(proof, code);
    }

    /** Waits for this code again after the flow has been reset. */
    void resume(PendingProof proof) {
        ProofNotes.save(context, purpose, proof);
    }

    void forget() {
        ProofNotes.clear(context, purpose);
    }

    private PendingProof mail(Proofs.Issued issued) {
        PendingProof proof = issued.proof();
        context.getSession()
                .getProvider(Outbox.class)
                .queue(
                        new Letter(
                                proof.address(),
                                issued.code(),
                                purpose,
                                proof.expiresAt(),
                                MailRequest.of(context),
                                config.role() == Role.SECOND ? context.getUser().getId() : null),
                        config.unknownAddress());
        return proof;
    }
}
