package io.cloakroom.condition;

import io.cloakroom.mailbox.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Whether nothing but a mailbox has said who is here: no passkey, and no password. */
final class SignedInByEmail extends Condition {

    private static final List<String> OTHER_FIRST_FACTORS =
            List.of(WebAuthnCredentialModel.TYPE_PASSWORDLESS, PasswordCredentialModel.TYPE);

    @Override
    boolean holds(AuthenticationFlowContext context, @Nullable AuthenticatorConfigModel settings) {
        List<String> completed = AuthenticatorUtil.getAuthnCredentials(context.getAuthenticationSession());
        return completed.stream().anyMatch(Method::isCredential)
                && completed.stream().noneMatch(OTHER_FIRST_FACTORS::contains);
    }
}
