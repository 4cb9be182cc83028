package io.cloakroom.condition;

import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.Setting;
import io.cloakroom.flow.Switch;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A condition that can be turned round. Where a setting cannot be used it holds: rather once too often than never. */
abstract class Condition implements ConditionalAuthenticator {

    private static final Logger LOG = Logger.getLogger(Condition.class);

    static final Setting<Switch> NEGATE = Setting.choice("negate", Switch.OFF);

    /**
     * Whether it holds, before it is turned round.
     *
     * @throws InvalidSettingException where a setting cannot be used
     */
    abstract boolean holds(AuthenticationFlowContext context, @Nullable AuthenticatorConfigModel settings);

    @Override
    public final boolean matchCondition(AuthenticationFlowContext context) {
        AuthenticatorConfigModel settings = context.getAuthenticatorConfig();
        try {
            return holds(context, settings) != NEGATE.in(settings).isOn();
        } catch (InvalidSettingException e) {
            LOG.errorf(
                    "Realm '%s', condition '%s' always holds until its configuration is mended. %s",
                    context.getRealm().getName(), context.getExecution().getAuthenticator(), e.getMessage());
            return true;
        }
    }

    @Override
    public final void action(AuthenticationFlowContext context) {
        // A condition shows nothing that could be answered.
    }

    @Override
    public final boolean requiresUser() {
        return false;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public final void close() {}
}
