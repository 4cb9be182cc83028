package io.cloakroom.proof;

import io.cloakroom.flow.Completion;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.models.KeycloakSession;

/**
 * Of several requests that deny one proof, on all nodes, one at a time undoes what came of it. Two at once would remove the
 * same rows, and the database would answer the second with an error.
 */
public final class DenialTurn {

    /** Longer than such a request takes; so long others wait where a node was lost in the middle of one. */
    private static final Budget ONE_AT_A_TIME = Budget.of(1, Duration.ofMinutes(1));

    private static final int LOOKS = 30;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private DenialTurn() {}

    /** Waits for the turn and has it until the request has ended; false where another request is at it for too long. */
    public static boolean take(KeycloakSession session, String proofId) {
        Permits permits = session.getProvider(Permits.class);
        Limit turn = new Limit(Scope.PROOF_DENIAL, proofId, ONE_AT_A_TIME);
        for (int look = 0; look < LOOKS; look++) {
            Optional<Runnable> giveBack = permits.hasRoom(turn) ? permits.claim(turn) : Optional.empty();
            if (giveBack.isPresent()) {
                Completion.inAnyCase(session, giveBack.get());
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return false;
    }
}
