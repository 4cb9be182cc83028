package io.cloakroom.passkey;

import io.cloakroom.flow.BrowserNotes;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.RecoveryNotes;
import io.cloakroom.flow.StrongFactors;
import io.cloakroom.proof.ProvenLogin;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.browser.WebAuthnConditionalUIAuthenticator;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether this login is one to offer a passkey in. An account that has a strong factor gets another only from somebody
 * who has just proved the one it has.
 */
final class Occasion {

    private static final Set<String> FIRST =
            Set.of(PasswordCredentialModel.TYPE, ProviderIds.EMAIL_OTP, ProviderIds.MAGIC_LINK);

    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final UserModel user;
    private final List<String> completed;

    Occasion(RequiredActionContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.user = context.getUser();
        this.completed = AuthenticatorUtil.getAuthnCredentials(login);
    }

    boolean isThere() {
        return completed.stream().anyMatch(FIRST::contains)
                && BrowserNotes.canUsePasskeys(login)
                && WebAuthnConditionalUIAuthenticator.isPasskeysEnabled(context.getSession())
                && !isAnotherActionWanted()
                && mayAdd()
                && (RecoveryNotes.isRecovered(login, user) || isOpenToIt());
    }

    /** Whoever has come back without a passkey needs a new one, whatever they said before. */
    private boolean isOpenToIt() {
        return !user.credentialManager().isConfiguredFor(StrongFactors.PASSKEY) && !new Snooze(user).isOn();
    }

    /** Somebody who came to do something else, or who is to enrol a passkey anyway, is not held up. */
    private boolean isAnotherActionWanted() {
        return login.getClientNote(Constants.KC_ACTION) != null
                || Stream.concat(user.getRequiredActionsStream(), login.getRequiredActions().stream())
                        .anyMatch(WebAuthnPasswordlessRegisterFactory.PROVIDER_ID::equals);
    }

    /** Whether whoever is here may add a strong factor to the account, as it is now. */
    boolean mayAdd() {
        return !ProvenLogin.isDenied(context.getSession(), login) && hasRelyingParty() && hasProvedEnough();
    }

    /** Keycloak takes the server's name where the policy has none; its page fails on a name that is none for Java. */
    private boolean hasRelyingParty() {
        String rpId = context.getRealm().getWebAuthnPolicyPasswordless().getRpId();
        return (rpId != null && !rpId.isEmpty())
                || context.getUriInfo().getBaseUri().getHost() != null;
    }

    private boolean hasProvedEnough() {
        return StrongFactors.isAmong(completed)
                || !StrongFactors.hasAny(user)
                || (RecoveryNotes.isRecovered(login, user) && !StrongFactors.hasSecond(user));
    }
}
