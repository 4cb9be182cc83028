package io.cloakroom.proof;

import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One proof, one login. A flow that is complete can be completed by several requests at once: Keycloak sends those that
 * came too late on to the flow, which they may find finished before the login has been removed (seen in 26.7.3).
 */
public final class ProvenLogin {

    private static final String NOTE = "cloakroom-proof.accepted";
    /** Longer than any login may take from the proof to its end. */
    private static final Duration WINDOW = Duration.ofDays(1);

    private ProvenLogin() {}

    /** From now on the login stands on this proof. */
    public static void remember(AuthenticationSessionModel login, PendingProof proof) {
        login.setAuthNote(NOTE, proof.id());
    }

    /** Whether this request is the one that may complete the login; of several at once, on all nodes, one is. */
    public static boolean mayComplete(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE))
                .map(proofId -> session.getProvider(Permits.class)
                        .isFirst(new Limit("proof-login", proofId, Budget.of(1, WINDOW))))
                .orElse(true);
    }
}
