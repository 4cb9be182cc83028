package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgetNotes;
import io.cloakroom.link.LinkBase;
import io.cloakroom.link.LinkNotes;
import io.cloakroom.mail.Contents;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.mail.ProofLetter;
import io.cloakroom.proof.PendingProof;
import io.cloakroom.proof.ProofNotes;
import io.cloakroom.proof.Proofs;
import io.cloakroom.proof.Purpose;
import io.cloakroom.proof.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The proofs of one step in one login: mailed, mailed again, verified. */
final class Exchange {

    private final AuthenticationFlowContext context;
    private final MailboxConfig config;
    private final Purpose purpose;
    private final Proofs proofs;

    Exchange(AuthenticationFlowContext context, MailboxConfig config) {
        this.context = context;
        this.config = config;
        this.purpose = config.role() == Role.FIRST ? Purpose.SIGN_IN : Purpose.SECOND_FACTOR;
        this.proofs = new Proofs(context, purpose, config.rules());
    }

    MailboxConfig config() {
        return config;
    }

    Purpose purpose() {
        return purpose;
    }

    /** What the mails hold: a link only where there is an address of the server to build it on. */
    Contents contents() {
        if (config.role() == Role.SECOND) {
            return config.contents().withoutLink();
        }
        boolean mayLink = LinkBase.of(context.getSession()).isPresent();
        return mayLink ? config.contents() : config.contents().withoutLink();
    }

    /** The proof this step waits for, if it was sent to this address. */
    Optional<PendingProof> pendingFor(Address address) {
        return ProofNotes.pending(context, purpose)
                .filter(proof -> proof.address().equals(address));
    }

    /** Asks the budgets for a mail to this address: those that the login's first mail drew on. */
    Decision permitFor(Address address) {
        return MailBudgetNotes.in(context.getAuthenticationSession())
                .orElse(config.mails())
                .take(context.getSession(), address);
    }

    /** Mails the first proof of this login to this address. */
    PendingProof send(Address address) {
        return mail(proofs.issue(address));
    }

    /** Whether this request may send another mail; of several at once, one may. */
    boolean mayReplace(PendingProof old) {
        return proofs.mayReplace(old);
    }

    /** Mails another proof, which takes the place of the one before. */
    PendingProof sendAgain(PendingProof old) {
        return mail(proofs.reissue(old));
    }

    /** Whether the proof could still be accepted: not too old, not spent, not guessed at too often. */
    boolean isUsable(PendingProof proof) {
        return proofs.isUsable(proof);
    }

    Verdict verify(PendingProof proof, String code) {
        return proofs.verify(proof, code);
    }

    Verdict redeem(String proofId, Instant expiresAt) {
        return proofs.redeem(proofId, expiresAt);
    }

    /** Waits for this proof again after the flow has been reset. */
    void resume(PendingProof proof) {
        ProofNotes.save(context, purpose, proof);
        LinkNotes.await(context.getAuthenticationSession(), proof.id());
    }

    void forget() {
        ProofNotes.clear(context, purpose);
        LinkNotes.forget(context.getAuthenticationSession());
    }

    private PendingProof mail(Proofs.Issued issued) {
        PendingProof proof = issued.proof();
        LinkNotes.await(context.getAuthenticationSession(), proof.id());
        ProofLetter letter = new ProofLetter(
                proof,
                issued.code(),
                purpose,
                contents(),
                MailRequest.of(context),
                config.role() == Role.SECOND ? context.getUser().getId() : null);
        context.getSession().getProvider(Outbox.class).queue(letter, config.unknownAddress());
        return proof;
    }
}
