package io.cloakroom.proof;

import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/** What all nodes know of a proof, whoever holds it: whether it is spent, and whether a login stands on it. */
public final class ProofMarks {

    private static final String MARK = "cloakroom.";
    private static final String DENIED = "cloakroom.denied.";
    /** A login that waits at a page can be kept alive by whoever began it; nobody does so for a month. */
    private static final Duration LONGEST_PARKED = Duration.ofDays(30);
    /** The mark outlives the proof by this much, for nodes whose clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** Longer than requests that started together can be apart. */
    private static final Duration AT_ONCE = Duration.ofHours(1);
    /** Longer than any login may take from the proof to its end. */
    private static final Duration LONGEST_LOGIN = Duration.ofDays(1);

    private final KeycloakSession session;
    private final Permits permits;

    /** The marks of the session's realm. */
    public ProofMarks(KeycloakSession session) {
        this.session = session;
        this.permits = session.getProvider(Permits.class);
    }

    /** Whether the proof has been used, replaced or denied. */
    public boolean isSpent(String proofId) {
        return session.revokedTokens().contains(MARK + proofId);
    }

    /**
     * Spends the proof; of several callers, on all nodes, one is told that it was the one.
     *
     * <p>Two marks: the volatile one lets a single request through to the durable one, whose row every caller would write
     * (seen in 26.7.3), so that a loser that commits first would undo the winner's login.
     *
     * @param expiresAt when the proof is worth nothing anyway
     */
    public boolean spend(String proofId, Instant expiresAt) {
        if (isSpent(proofId)) {
            return false;
        }
        Duration left = Duration.between(Instant.ofEpochMilli(Time.currentTimeMillis()), expiresAt);
        long lifespan = Math.max(0, left.toSeconds()) + MARGIN.toSeconds();
        return permits.isFirst(new Limit("proof-spent", proofId, Budget.of(1, AT_ONCE)))
                && session.revokedTokens().put(MARK + proofId, lifespan);
    }

    /**
     * Denies the proof, for as long as a login that it began may go on: it is spent, no login completes that stands on it,
     * and no session that comes of it stays.
     *
     * @return whether it was not denied before
     */
    public boolean deny(String proofId, Instant expiresAt) {
        spend(proofId, expiresAt);
        return !isDenied(proofId)
                && permits.isFirst(new Limit("proof-denied", proofId, Budget.of(1, AT_ONCE)))
                && session.revokedTokens().put(DENIED + proofId, LONGEST_PARKED.toSeconds());
    }

    /** Whether the owner of the mailbox has said that it was not them. */
    public boolean isDenied(String proofId) {
        return session.revokedTokens().contains(DENIED + proofId);
    }

    /** Whether this caller is the one that may complete the login that stands on the proof. */
    public boolean mayComplete(String proofId) {
        return !isDenied(proofId) && permits.isFirst(new Limit("proof-login", proofId, Budget.of(1, LONGEST_LOGIN)));
    }
}
