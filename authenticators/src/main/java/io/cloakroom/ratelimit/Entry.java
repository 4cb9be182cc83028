package io.cloakroom.ratelimit;

import io.cloakroom.flow.TypedName;
import io.cloakroom.limit.Network;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Somebody is about to enter a flow.
 *
 * @param flow which
 * @param client for which client
 * @param network from where
 * @param name what was typed as a name by now, as limits count it, whether or not an account has it; or empty
 */
record Entry(String flow, String client, Network network, String name) {

    static Entry of(AuthenticationFlowContext context) {
        return new Entry(
                context.getTopLevelFlow().getId(),
                context.getAuthenticationSession().getClient().getId(),
                Network.of(context.getConnection()),
                TypedName.limitKey(context));
    }

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Entry[hidden]";
    }
}
