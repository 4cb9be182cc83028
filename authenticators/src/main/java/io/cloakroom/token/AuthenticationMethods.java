package io.cloakroom.token;

import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.StepProofs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * The methods that a session stands on, in the words of RFC 8176 and its registry where they have one. They have none for
 * a mailbox, for a recovery code or for a passkey as such: those are ours.
 */
final class AuthenticationMethods {

    private static final String SEVERAL = "mfa";

    /** What each of Keycloak's steps proves, and of their guarded twins. */
    private static final Map<String, String> CREDENTIAL_BY_STEP = Map.ofEntries(
            Map.entry("auth-username-password-form", PasswordCredentialModel.TYPE),
            Map.entry("auth-password-form", PasswordCredentialModel.TYPE),
            Map.entry("direct-grant-validate-password", PasswordCredentialModel.TYPE),
            Map.entry("idp-username-password-form", PasswordCredentialModel.TYPE),
            Map.entry("direct-grant-validate-otp", OTPCredentialModel.TYPE),
            Map.entry("auth-otp-form", OTPCredentialModel.TYPE),
            Map.entry("auth-recovery-authn-code-form", RecoveryAuthnCodesCredentialModel.TYPE),
            Map.entry(ProviderIds.USERNAME_PASSWORD_FORM, PasswordCredentialModel.TYPE),
            Map.entry(ProviderIds.PASSWORD_FORM, PasswordCredentialModel.TYPE),
            Map.entry(ProviderIds.OTP_FORM, OTPCredentialModel.TYPE),
            Map.entry(ProviderIds.RECOVERY_CODE_FORM, RecoveryAuthnCodesCredentialModel.TYPE),
            Map.entry("webauthn-authenticator", WebAuthnCredentialModel.TYPE_TWOFACTOR),
            Map.entry("webauthn-authenticator-passwordless", WebAuthnCredentialModel.TYPE_PASSWORDLESS));

    /** Steps of ours tell themselves what they have proved. */
    private static final Map<String, StepProofs> PROOFS_BY_STEP = Map.of(
            ProviderIds.IDENTIFY, StepProofs.IDENTIFY,
            ProviderIds.EMAIL_OTP, StepProofs.MAILBOX,
            ProviderIds.MAGIC_LINK, StepProofs.MAILBOX);

    private static final Map<String, List<String>> WORDS = Map.of(
            PasswordCredentialModel.TYPE, List.of("pwd"),
            OTPCredentialModel.TYPE, List.of("otp"),
            RecoveryAuthnCodesCredentialModel.TYPE, List.of("recovery-code"),
            WebAuthnCredentialModel.TYPE_TWOFACTOR, List.of("pop"),
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, List.of("pop", "passkey"));

    private AuthenticationMethods() {}

    /** The methods, the oldest first, and {@code mfa} where they are two factors: a mailbox is never the second. */
    static List<String> of(UserSessionModel session, RealmModel realm) {
        Set<String> proved = new LinkedHashSet<>();
        AuthenticatorUtils.parseCompletedExecutions(session.getNote(Constants.AUTHENTICATORS_COMPLETED))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .map(execution -> realm.getAuthenticationExecutionById(execution.getKey()))
                .filter(Objects::nonNull)
                .map(AuthenticationExecutionModel::getAuthenticator)
                .map(step -> proved(step, session))
                .filter(what -> !what.isEmpty())
                .forEach(proved::add);
        Set<String> methods = new LinkedHashSet<>();
        proved.forEach(what -> methods.addAll(WORDS.getOrDefault(what, List.of(what))));
        if (Factors.areTwo(proved, realm)) {
            methods.add(SEVERAL);
        }
        return List.copyOf(methods);
    }

    private static String proved(String step, UserSessionModel session) {
        StepProofs ours = PROOFS_BY_STEP.get(step);
        if (ours != null) {
            return ours.in(session);
        }
        String instead = FormProofs.FORMS.contains(step) ? StepProofs.FORM.in(session) : "";
        return instead.isEmpty() ? CREDENTIAL_BY_STEP.getOrDefault(step, "") : instead;
    }
}
