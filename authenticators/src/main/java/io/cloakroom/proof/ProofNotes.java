package io.cloakroom.proof;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Where a login keeps its pending proof: one note for each step and purpose, so that no step answers for another. */
public final class ProofNotes {

    private static final String PREFIX = "cloakroom-proof.";

    private ProofNotes() {}

    /** The proof this step waits for, if any. */
    public static Optional<PendingProof> pending(AuthenticationFlowContext context, Purpose purpose) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(name(context, purpose)))
                .flatMap(PendingProof::load);
    }

    /** Waits for this proof from now on, and for no other. */
    public static void save(AuthenticationFlowContext context, Purpose purpose, PendingProof proof) {
        context.getAuthenticationSession().setAuthNote(name(context, purpose), proof.store());
    }

    /** Waits for no proof any more. */
    public static void clear(AuthenticationFlowContext context, Purpose purpose) {
        context.getAuthenticationSession().removeAuthNote(name(context, purpose));
    }

    private static String name(AuthenticationFlowContext context, Purpose purpose) {
        return PREFIX + purpose.id() + "." + context.getExecution().getId();
    }
}
