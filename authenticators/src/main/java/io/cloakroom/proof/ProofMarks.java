package io.cloakroom.proof;

import io.cloakroom.flow.Completion;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What all nodes know of a proof, whoever holds it: whether it is spent, and whether a login stands on it. */
public final class ProofMarks {

    private static final String MARK = "cloakroom.";
    private static final String DENIED = "cloakroom.denied.";
    private static final String COMPLETES = "cloakroom.completes";
    /** A login that waits at a page can be kept alive by whoever began it; nobody does so for a month. */
    private static final Duration LONGEST_PARKED = Duration.ofDays(30);
    /** The mark outlives the proof by this much, for nodes whose clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** Longer than requests that started together can be apart. */
    private static final Duration AT_ONCE = Duration.ofHours(1);
    /** How long whoever denies a proof once more is nobody new. */
    private static final Duration LONGEST_NEWS = Duration.ofDays(7);
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
        return session.revokedTokens().contains(MARK + proofId) || isDenied(proofId);
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
        return permits.isFirst(new Limit(Scope.PROOF_SPENT, proofId, Budget.of(1, AT_ONCE)))
                && session.revokedTokens().put(MARK + proofId, secondsUntil(expiresAt));
    }

    /**
     * Denies the proof, for as long as a login that it began may go on: it is spent, no login completes that stands on it,
     * and no session that comes of it stays. That is so from now on, whatever becomes of this request.
     */
    public void deny(String proofId, Instant expiresAt) {
        long lifespan = Math.max(LONGEST_PARKED.toSeconds(), secondsUntil(expiresAt));
        try {
            commit(DENIED + proofId, lifespan);
        } catch (RuntimeException conflict) {
            // Another request has made the same row in this moment. What is wrong for good fails again.
            commit(DENIED + proofId, lifespan);
        }
    }

    /** Whether this caller is the first that denies the proof; where its request comes to nothing, the next one is. */
    public boolean isFirstDenial(String proofId) {
        return claim(new Limit(Scope.PROOF_DENIED, proofId, Budget.of(1, LONGEST_NEWS)));
    }

    /** Whether the owner of the mailbox has said that it was not them. */
    public boolean isDenied(String proofId) {
        return session.revokedTokens().contains(DENIED + proofId);
    }

    /**
     * Whether this caller is the one that may complete the login that stands on the proof. Where its request comes to nothing,
     * there is no session and nobody has been let in: then the next one may. A flow with a step for a link and one for a code
     * asks twice in one request.
     */
    public boolean mayComplete(String proofId) {
        if (proofId.equals(session.getAttribute(COMPLETES))) {
            return true;
        }
        boolean may = !isDenied(proofId) && claim(new Limit(Scope.PROOF_LOGIN, proofId, Budget.of(1, LONGEST_LOGIN)));
        if (may) {
            session.setAttribute(COMPLETES, proofId);
        }
        return may;
    }

    private boolean claim(Limit once) {
        Optional<Runnable> giveBack = permits.claim(once);
        giveBack.ifPresent(task -> Completion.ifUndone(session, task));
        return giveBack.isPresent();
    }

    private void commit(String mark, long lifespan) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), own -> own.revokedTokens().put(mark, lifespan));
    }

    private static long secondsUntil(Instant expiresAt) {
        Duration left = Duration.between(Instant.ofEpochMilli(Time.currentTimeMillis()), expiresAt);
        return Math.max(0, left.toSeconds()) + MARGIN.toSeconds();
    }
}
