package io.cloakroom.token;

import io.cloakroom.proof.ProvenLogin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * The methods that a session stands on, in the words of RFC 8176 where it has one. It has none for a mailbox, for a
 * recovery code or for a passkey as such: those are ours.
 */
final class AuthenticationMethods {

    private static final String MAILBOX = "email";
    private static final String SEVERAL = "mfa";

    /** What each step proves, by the id of its authenticator. */
    private static final Map<String, String> BY_STEP = Map.ofEntries(
            Map.entry("cloakroom-email-otp", MAILBOX),
            Map.entry("cloakroom-magic-link", MAILBOX),
            Map.entry("auth-username-password-form", "pwd"),
            Map.entry("auth-password-form", "pwd"),
            Map.entry("auth-otp-form", "otp"),
            Map.entry("auth-recovery-authn-code-form", "recovery-code"),
            Map.entry("webauthn-authenticator", "pop"),
            Map.entry("webauthn-authenticator-passwordless", "passkey"));

    private AuthenticationMethods() {}

    /** The methods, and {@code mfa} where they are of more than one kind: a mailbox alone never is. */
    static List<String> of(UserSessionModel session, RealmModel realm) {
        Set<String> kinds = new LinkedHashSet<>();
        AuthenticatorUtils.parseCompletedExecutions(session.getNote(Constants.AUTHENTICATORS_COMPLETED))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .map(execution -> realm.getAuthenticationExecutionById(execution.getKey()))
                .filter(Objects::nonNull)
                .map(AuthenticationExecutionModel::getAuthenticator)
                .flatMap(step -> Optional.ofNullable(BY_STEP.get(step)).stream())
                .forEach(kinds::add);
        Set<String> methods = new LinkedHashSet<>();
        for (String kind : kinds) {
            methods.add(kind.equals(MAILBOX) ? ProvenLogin.method(session).orElse(MAILBOX) : kind);
        }
        if (kinds.size() > 1 || kinds.contains("passkey")) {
            methods.add(SEVERAL);
        }
        return List.copyOf(methods);
    }
}
