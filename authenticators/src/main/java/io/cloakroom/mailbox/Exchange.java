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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        this.purpose = config.role().purpose();
        this.proofs = new Proofs(context, purpose, config.rules().within(patience()));
    }

    MailboxConfig config() {
        return config;
    }

    Purpose purpose() {
        return purpose;
    }

    /** What the mails hold: a link only where there is an address of the server to build it on. */
    Contents contents() {
        if (config.role() != Role.FIRST) {
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

    /**
     * Mails the first proof of this login to this address.
     *
     * @param userId whom it is for, or null where only the address says so
     */
    PendingProof send(Address address, @Nullable String userId) {
        return mail(proofs.issue(address), userId);
    }

    /** Whether this request may send another mail; of several at once, one may. */
    boolean mayReplace(PendingProof old) {
        return proofs.mayReplace(old);
    }

    /** Mails another proof, which takes the place of the one before. */
    PendingProof sendAgain(PendingProof old, @Nullable String userId) {
        return mail(proofs.reissue(old), userId);
    }

    /** Why the proof could not be accepted any more: too old, spent, or guessed at too often. */
    Optional<Verdict.Reason> ended(PendingProof proof) {
        return proofs.ended(proof);
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

    /** How long Keycloak waits for an answer on this path: afterwards it begins the login anew, and no code helps. */
    private Duration patience() {
        return Duration.ofSeconds(
                config.role() == Role.RECOVERY
                        ? context.getRealm().getAccessCodeLifespanUserAction()
                        : context.getRealm().getAccessCodeLifespanLogin());
    }

    private PendingProof mail(Proofs.Issued issued, @Nullable String userId) {
        PendingProof proof = issued.proof();
        LinkNotes.await(context.getAuthenticationSession(), proof.id());
        ProofLetter letter = new ProofLetter(
                proof,
                issued.code(),
                purpose,
                contents(),
                MailRequest.of(context),
                config.reception().takenAddress(),
                userId);
        context.getSession().getProvider(Outbox.class).queue(letter, config.reception());
        return proof;
    }
}
