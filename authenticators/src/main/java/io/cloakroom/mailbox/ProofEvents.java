package io.cloakroom.mailbox;

import io.cloakroom.flow.EventDetails;
import io.cloakroom.proof.Purpose;
import io.cloakroom.proof.Verdict;
import io.cloakroom.proof.Verdict.Reason;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;

/**
 * What the operator is told. Pages never say why a proof was refused to whom; events do, without a user before the proof
 * (some listeners would write to that user) and without an address ever.
 */
final class ProofEvents {

    private final AuthenticationFlowContext context;
    private final Purpose purpose;
    private final Method method;

    ProofEvents(AuthenticationFlowContext context, Purpose purpose, Method method) {
        this.context = context;
        this.purpose = purpose;
        this.method = method;
    }

    void refused(Reason reason) {
        withReason(reason.id()).error(reason == Reason.EXPIRED ? Errors.EXPIRED_CODE : Errors.INVALID_USER_CREDENTIALS);
    }

    /** Once for each time a node finds out: a flood of guesses must not become one of events. */
    void limited(Verdict.Limited limited) {
        if (limited.isNews()) {
            withReason(limited.id()).error(Errors.SLOW_DOWN);
        }
    }

    /** The address has lost its account between the mail and the proof. */
    void ownerless() {
        event().error(Errors.USER_NOT_FOUND);
    }

    void disabled(UserModel user) {
        event().user(user).error(Errors.USER_DISABLED);
    }

    void locked(UserModel user) {
        event().user(user).error(Errors.USER_TEMPORARILY_DISABLED);
    }

    /** The login goes on: its own event carries the details. */
    void accepted() {
        describe(context.getEvent());
    }

    /** The link was in an administrator's hands, who may be the one who signs in with it. */
    void impersonated() {
        context.getEvent().detail(EventDetails.LINK, "returned");
    }

    private EventBuilder withReason(String reason) {
        return event().detail(EventDetails.REASON, reason);
    }

    private EventBuilder event() {
        return describe(context.getEvent().clone());
    }

    private EventBuilder describe(EventBuilder event) {
        return event.detail(EventDetails.METHOD, method.id()).detail(EventDetails.PURPOSE, purpose.id());
    }
}
