package io.cloakroom.token;

import io.cloakroom.flow.LoginEvents;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.UserNotes;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Raises the level of a login that two factors have proved. Keycloak's conditions give a level to a part of the flow; that
 * a passkey at the first page is worth as much as two steps, no place in a flow can say.
 */
final class LevelAuthenticator extends Step<LevelConfig> implements AuthenticationFlowCallback {

    private final KeycloakSession session;

    LevelAuthenticator(KeycloakSession session) {
        super(LevelConfig::from);
        this.session = session;
    }

    @Override
    protected void show(AuthenticationFlowContext context, LevelConfig config) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        UserNotes.settle(login);
        LoginEvents.begin(context);
        AcrStore levels = new AcrStore(session, login);
        List<String> completed = AuthenticatorUtil.getAuthnCredentials(login);
        if (!completed.isEmpty()) {
            raise(levels, config.minimumLevel());
        }
        if (Factors.areTwo(completed, context.getRealm())) {
            raise(levels, config.level());
        }
        AuthenticatorUtil.setAuthCallbacksFactoryIds(login, ProviderIds.LEVEL);
        // Where a session makes up for the first level and nothing can be asked for the second,
        // no condition of the flow has matched, and Keycloak would not check what an app insists on.
        if (levels.isLevelOfAuthenticationForced()) {
            AuthenticatorUtil.setAuthCallbacksFactoryIds(login, ConditionalLoaAuthenticatorFactory.PROVIDER_ID);
        }
        context.success();
    }

    @Override
    protected void answer(AuthenticationFlowContext context, LevelConfig config) {
        show(context, config);
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {}

    /** Only here it is known whether anything was asked for, and how far it has led. */
    @Override
    public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
        LevelNotes levels = new LevelNotes(session, session.getContext().getAuthenticationSession());
        levels.keep();
        levels.keepTime();
    }

    private static void raise(AcrStore levels, int level) {
        if (levels.getLevelOfAuthenticationFromCurrentAuthentication() < level) {
            levels.setLevelAuthenticated(level);
        }
    }
}
