package io.cloakroom.proof;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Permits;
import io.cloakroom.proof.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;

/** Issues and verifies the proofs of one step in one login. Never asks whether the address belongs to an account. */
public final class Proofs {

    private static final String MARK = "cloakroom.";
    /** The mark outlives the proof by this much, for nodes whose clocks differ. */
    private static final Duration MARK_MARGIN = Duration.ofMinutes(5);
    /** Longer than two requests of one double click can be apart; shorter than the wait for another mail. */
    private static final Duration REPLACEMENT = Duration.ofSeconds(10);

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final Purpose purpose;
    private final ProofRules rules;
    private final ProofMac mac;
    private final Permits permits;

    /** Proofs of one purpose for the login and the step of this context. */
    public Proofs(AuthenticationFlowContext context, Purpose purpose, ProofRules rules) {
        this.context = context;
        this.session = context.getSession();
        this.purpose = purpose;
        this.rules = rules;
        this.mac = new ProofMac(context, purpose);
        this.permits = session.getProvider(Permits.class);
    }

    /** A proof for the first mail of this login to this address; from now on the step waits for it. */
    public Issued issue(Address address) {
        return issue(address, 1);
    }

    /** A proof that takes the place of one before: the old code is worth nothing from now on. */
    public Issued reissue(PendingProof old) {
        consume(old);
        return issue(old.address(), old.sends() + 1);
    }

    /** Whether this request is the one that may replace the proof; of several at once, one is. */
    public boolean mayReplace(PendingProof old) {
        return permits.isFirst(new Limit("proof-replaced", old.id(), Budget.of(1, REPLACEMENT)));
    }

    /** Whether a guess could still be right: the proof is not expired, not spent, and has a guess left. */
    public boolean isUsable(PendingProof proof) {
        return !proof.isExpired(now())
                && !session.revokedTokens().contains(mark(proof))
                && permits.hasRoom(attempts(proof));
    }

    /** Counts the guess, then compares it, then spends the proof: in this order, so that no race gains a guess or a login. */
    public Verdict verify(PendingProof proof, String guess) {
        Verdict verdict = judge(proof, guess);
        ProofMetrics.answered(purpose, verdict);
        return verdict;
    }

    private Verdict judge(PendingProof proof, String guess) {
        if (proof.isExpired(now())) {
            return new Verdict.Refused(Reason.EXPIRED);
        }
        if (session.revokedTokens().contains(mark(proof))) {
            return new Verdict.Refused(Reason.SPENT);
        }
        if (permits.take(List.of(attempts(proof))) instanceof Decision.Granted attempt) {
            return withinBudgets(proof, guess, attempt);
        }
        return new Verdict.Refused(Reason.EXHAUSTED);
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
        return consume(proof) ? new Verdict.Accepted() : new Verdict.Refused(Reason.SPENT);
    }

    /**
     * Two marks: the volatile one lets a single request through to the durable one, whose row every caller would write
     * (seen in 26.7.3), so that a loser that commits first would undo the winner's login.
     */
    private boolean consume(PendingProof proof) {
        return permits.isFirst(new Limit("proof-spent", proof.id(), Budget.of(1, markLifespan())))
                && session.revokedTokens().put(mark(proof), markLifespan().toSeconds());
    }

    private Issued issue(Address address, int sends) {
        String id = SecretGenerator.getInstance().generateSecureID();
        String code = rules.format().alphabet().newCode(rules.format().length());
        KeyWrapper key = mac.newestKey();
        Instant now = now();
        PendingProof proof = new PendingProof(
                id, address, key.getKid(), mac.of(key, id, address, code), now, now.plus(rules.lifespan()), sends);
        ProofNotes.save(context, purpose, proof);
        ProofMetrics.issued(purpose);
        return new Issued(proof, code);
    }

    private Limit attempts(PendingProof proof) {
        return new Limit("proof-attempts", proof.id(), Budget.of(rules.maxAttempts(), markLifespan()));
    }

    /**
     * The first guess at a code is free of the budget that all networks share: otherwise strangers could use it up and
     * make a code worthless that its owner holds. What that adds is bounded by the mails per address.
     */
    private List<Limit> budgets(PendingProof proof) {
        List<Limit> limits = new ArrayList<>(rules.guesses().on(proof.address(), Network.of(context.getConnection())));
        if (permits.isFirst(new Limit("proof-first-guess", proof.id(), Budget.of(1, markLifespan())))) {
            limits.remove(limits.size() - 1);
        }
        return limits;
    }

    private Duration markLifespan() {
        return rules.lifespan().plus(MARK_MARGIN);
    }

    private static String mark(PendingProof proof) {
        return MARK + proof.id();
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
