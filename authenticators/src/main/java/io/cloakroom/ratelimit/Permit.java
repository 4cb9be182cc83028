package io.cloakroom.ratelimit;

import io.cloakroom.limit.Decision;
import java.util.Optional;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** A permit that counts when its request ends, unless it has been given back by then. */
final class Permit {

    private static final String ATTRIBUTE = "cloakroom-rate-limit.permit";

    private final Decision.Granted granted;
    private boolean isRefunded;

    private Permit(Decision.Granted granted) {
        this.granted = granted;
    }

    static void hold(KeycloakSession session, Decision.Granted granted) {
        Permit permit = new Permit(granted);
        session.setAttribute(ATTRIBUTE, permit);
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                permit.keep();
            }

            @Override
            protected void rollbackImpl() {
                // It was taken outside of the transaction, and stays so for its window.
            }
        });
    }

    /** The one that this request holds. */
    static Optional<Permit> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Permit.class));
    }

    void refund() {
        isRefunded = true;
        granted.refund().run();
    }

    private void keep() {
        if (!isRefunded) {
            granted.keep().run();
        }
    }
}
