package io.cloakroom.recovery;

import io.cloakroom.flow.LoginEvents;
import io.cloakroom.flow.RecoveryNotes;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.StrongFactors;
import io.cloakroom.recovery.RecoverAccountConfig.NewPasskey;
import java.util.List;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;

/**
 * Ends a recovery. Lost passkeys go by the mailbox alone, because an account that has nothing beside them could not be
 * recovered otherwise; where there is a second factor, it must have been asked for.
 */
final class RecoverAccountAuthenticator extends Step<RecoverAccountConfig> {

    RecoverAccountAuthenticator() {
        super(RecoverAccountConfig::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, RecoverAccountConfig config) {
        if (!hasProvedEnough(context)) {
            context.attempted();
        } else if (new LostFactors(context).passkeys().isEmpty()) {
            end(context, config);
        } else {
            context.challenge(new LostPasskeysPage(context).show());
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, RecoverAccountConfig config) {
        if (!hasProvedEnough(context)) {
            context.attempted();
            return;
        }
        List<String> lost = Objects.requireNonNullElse(
                context.getHttpRequest().getDecodedFormParameters().get(LostPasskeysPage.LOST), List.of());
        new LostFactors(context).removePasskeys(lost);
        end(context, config);
    }

    /** The mailbox, and beside it a second factor where the account has one. */
    private static boolean hasProvedEnough(AuthenticationFlowContext context) {
        List<String> completed = AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession());
        return context.getUser() != null
                && !completed.isEmpty()
                && (StrongFactors.isAmong(completed) || !StrongFactors.hasSecond(context.getUser()));
    }

    private static void end(AuthenticationFlowContext context, RecoverAccountConfig config) {
        new RecoveryEvents(context.getEvent(), context.getUser()).recovered();
        if (config.newPasskey() == NewPasskey.REQUIRE) {
            context.getAuthenticationSession().addRequiredAction(WebAuthnPasswordlessRegisterFactory.PROVIDER_ID);
        } else {
            RecoveryNotes.recovered(context.getAuthenticationSession(), context.getUser());
        }
        LoginEvents.begin(context);
        context.success();
    }
}
