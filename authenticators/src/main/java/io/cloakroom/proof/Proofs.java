package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import io.cloakroom.proof.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;

/** Issues and verifies the proofs of one step in one login. Never asks whether the address belongs to an account. */
public final class Proofs {

    /** What is counted of a proof outlives it by this much, for nodes whose clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** Longer than two requests of one double click can be apart; shorter than the wait for another mail. */
    private static final Duration REPLACEMENT = Duration.ofSeconds(10);

    private final AuthenticationFlowContext context;
    private final Purpose purpose;
    private final ProofRules rules;
    private final ProofMac mac;
    private final Permits permits;
    private final ProofMarks marks;

    /** Proofs of one purpose for the login and the step of this context. */
    public Proofs(AuthenticationFlowContext context, Purpose purpose, ProofRules rules) {
        this.context = context;
        this.purpose = purpose;
        this.rules = rules;
        this.mac = new ProofMac(context, purpose);
        this.permits = context.getSession().getProvider(Permits.class);
        this.marks = new ProofMarks(context.getSession());
    }

    /** A proof for the first mail of this login to this address; from now on the step waits for it. */
    public Issued issue(Address address) {
        return issue(address, 1);
    }

    /** A proof that takes the place of one before: the old code is worth nothing from now on. */
    public Issued reissue(PendingProof old) {
        marks.spend(old.id(), old.expiresAt());
        return issue(old.address(), old.sends() + 1);
    }

    /** Whether this request is the one that may replace the proof; of several at once, one is. */
    public boolean mayReplace(PendingProof old) {
        return permits.isFirst(new Limit(Scope.PROOF_REPLACED, old.id(), Budget.of(1, REPLACEMENT)));
    }

    /** Why no guess could be right any more, or empty while one could: not expired, not spent, and with a guess left. */
    public Optional<Reason> ended(PendingProof proof) {
        return refusal(proof.id(), proof.expiresAt());
    }

    /** Spends the proof by its link: nothing is guessed, and whatever ended the code has ended the link. */
    public Verdict redeem(String proofId, Instant expiresAt) {
        Verdict verdict = refusal(proofId, expiresAt)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> spend(proofId, expiresAt));
        ProofMetrics.answered(purpose, verdict);
        return verdict;
    }

    /** Counts the guess, then compares it, then spends the proof: in this order, so that no race gains a guess or a login. */
    public Verdict verify(PendingProof proof, String guess) {
        Verdict verdict = judge(proof, guess);
        ProofMetrics.answered(purpose, verdict);
        return verdict;
    }

    private Verdict judge(PendingProof proof, String guess) {
        Optional<Reason> ended = end(proof.id(), proof.expiresAt());
        if (ended.isPresent()) {
            return new Verdict.Refused(ended.get());
        }
        if (permits.take(List.of(attempts(proof.id()))) instanceof Decision.Granted attempt) {
            return withinBudgets(proof, guess, attempt);
        }
        return new Verdict.Refused(Reason.EXHAUSTED);
    }

    private Optional<Reason> refusal(String proofId, Instant expiresAt) {
        return end(proofId, expiresAt)
                .or(() -> permits.hasRoom(attempts(proofId)) ? Optional.empty() : Optional.of(Reason.EXHAUSTED));
    }

    private Optional<Reason> end(String proofId, Instant expiresAt) {
        if (!now().isBefore(expiresAt)) {
            return Optional.of(Reason.EXPIRED);
        }
        return marks.isSpent(proofId) ? Optional.of(Reason.SPENT) : Optional.empty();
    }

    private Verdict withinBudgets(PendingProof proof, String guess, Decision.Granted attempt) {
        Decision budgets = permits.take(budgets(proof));
        if (budgets instanceof Decision.Granted granted) {
            attempt.keep().run();
            return compare(proof, guess, granted);
        }
        attempt.refund().run();
        Decision.Refused refused = (Decision.Refused) budgets;
        return new Verdict.Limited(refused.seconds(), refused.isNews());
    }

    private Verdict compare(PendingProof proof, String guess, Decision.Granted budgets) {
        if (!mac.matches(proof, rules.format().alphabet().read(guess))) {
            budgets.keep().run();
            return new Verdict.Refused(Reason.WRONG);
        }
        budgets.refund().run();
        return spend(proof.id(), proof.expiresAt());
    }

    private Verdict spend(String proofId, Instant expiresAt) {
        return marks.spend(proofId, expiresAt) ? new Verdict.Accepted() : new Verdict.Refused(Reason.SPENT);
    }

    private Issued issue(Address address, int sends) {
        String id = SecretGenerator.getInstance().generateSecureID();
        String code = rules.format().alphabet().newCode(rules.format().length());
        String keyId = mac.newestKeyId();
        Instant now = now();
        PendingProof proof = new PendingProof(
                id, address, keyId, mac.of(keyId, id, address, code), now, now.plus(rules.lifespan()), sends);
        ProofNotes.save(context, purpose, proof);
        ProofMetrics.issued(purpose);
        return new Issued(proof, code);
    }

    private Limit attempts(String proofId) {
        return new Limit(Scope.PROOF_ATTEMPTS, proofId, Budget.of(rules.maxAttempts(), countedFor()));
    }

    /**
     * The first guess at a code is free of the budget that all networks share: otherwise strangers could use it up and
     * make a code worthless that its owner holds. What that adds is bounded by the mails: those that count against the
     * address, and the first in an hour from each network.
     */
    private List<Limit> budgets(PendingProof proof) {
        List<Limit> limits = new ArrayList<>(
                rules.guesses().onCode(proof.address().limitKey(), Network.of(context.getConnection())));
        if (permits.isFirst(new Limit(Scope.PROOF_FIRST_GUESS, proof.id(), Budget.of(1, countedFor())))) {
            limits.remove(limits.size() - 1);
        }
        return limits;
    }

    private Duration countedFor() {
        return rules.lifespan().plus(MARGIN);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    /**
     * A new proof and the code that nobody remembers but the mail.
     *
     * @param proof what is remembered
     * @param code what is mailed
     */
    public record Issued(PendingProof proof, String code) {

        /** Hides the code: whatever logs this object logs nothing. */
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }
}
