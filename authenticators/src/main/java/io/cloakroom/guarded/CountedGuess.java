package io.cloakroom.guarded;

import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.LongFunction;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;

/** A guess at something of somebody whom another step has named: counted before Keycloak compares it. */
final class CountedGuess {

    private final AuthenticationFlowContext context;

    CountedGuess(AuthenticationFlowContext context) {
        this.context = context;
    }

    /**
     * Lets Keycloak compare it, if there is a permit; a right guess gives it back.
     *
     * @param compare Keycloak's own answer to the form
     * @param refusal the page again, with the seconds to wait
     */
    void compare(List<Limit> limits, Runnable compare, LongFunction<Response> refusal) {
        Decision decision = context.getSession().getProvider(Permits.class).take(limits);
        if (decision instanceof Decision.Granted granted) {
            compare.run();
            (context.getStatus() == FlowStatus.SUCCESS ? granted.refund() : granted.keep()).run();
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            context.challenge(refusal.apply(refused.seconds()));
        }
    }
}
