package io.cloakroom.ratelimit;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.flow.StepNames;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Registers the step that limits how often a flow is entered. */
public final class RateLimitAuthenticatorFactory extends StepFactory implements AuthenticationFlowCallbackFactory {

    /** Called by Keycloak. */
    public RateLimitAuthenticatorFactory() {
        super(
                new StepNames(
                        ProviderIds.RATE_LIMIT,
                        "Cloakroom: rate limit",
                        "Limits how often the flow is entered, by network, name, client and realm. It stands first in any flow."
                                + " In a direct grant it stands there, too, and counts only what fails. Posts to a form that"
                                + " has been shown are not entries: use Cloakroom's guarded forms for those."),
                EntryBudgets.SETTINGS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RateLimitAuthenticator(session);
    }
}
