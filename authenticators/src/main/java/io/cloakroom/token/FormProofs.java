package io.cloakroom.token;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepProofs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/**
 * Notes at a session what Keycloak itself does not: which of two things a form was given that takes a password or a
 * passkey, and that nothing of before stands where an identity provider has proved somebody anew.
 */
final class FormProofs implements EventListenerProvider {

    /** They take either, or let pass whoever has given a passkey before. */
    static final Set<String> FORMS = Set.of(
            "auth-username-password-form",
            "auth-password-form",
            ProviderIds.USERNAME_PASSWORD_FORM,
            ProviderIds.PASSWORD_FORM);

    private final KeycloakSession session;

    FormProofs(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (event.getType() == EventType.LOGIN && event.getSessionId() != null && login != null) {
            Optional.ofNullable(session.sessions().getUserSession(login.getRealm(), event.getSessionId()))
                    .ifPresent(userSession -> note(login, userSession));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}

    private static void note(AuthenticationSessionModel login, UserSessionModel userSession) {
        if (hasPassedForm(login)) {
            StepProofs.FORM.proved(userSession, isPasskeyAlone(login) ? WebAuthnCredentialModel.TYPE_PASSWORDLESS : "");
        }
        boolean hasPassedNone = !login.getUserSessionNotes().containsKey(Constants.AUTHENTICATORS_COMPLETED);
        if (hasPassedNone && AuthenticatorUtil.isForcedReauthentication(login)) {
            userSession.removeNote(Constants.AUTHENTICATORS_COMPLETED);
            userSession.removeNote(Constants.LOA_MAP);
        }
    }

    private static boolean hasPassedForm(AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        return login.getExecutionStatus().entrySet().stream()
                .filter(execution -> execution.getValue() == ExecutionStatus.SUCCESS)
                .map(Map.Entry::getKey)
                .map(realm::getAuthenticationExecutionById)
                .flatMap(execution -> Optional.ofNullable(execution).stream())
                .map(AuthenticationExecutionModel::getAuthenticator)
                .anyMatch(step -> step != null && FORMS.contains(step));
    }

    private static boolean isPasskeyAlone(AuthenticationSessionModel login) {
        List<String> given = AuthenticatorUtil.getAuthnCredentials(login);
        return given.contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                && !given.contains(PasswordCredentialModel.TYPE);
    }
}
