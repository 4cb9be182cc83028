package io.cloakroom.token;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** What Keycloak notes of the levels that a login has reached, and of when somebody was last here. */
final class LevelNotes {

    private static final TypeReference<Map<Integer, Integer>> LEVELS = new TypeReference<>() {};

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    LevelNotes(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /**
     * The session remembers the levels, also of a flow that has no condition on them, of which alone Keycloak would keep
     * any. Where everything had to be proved anew, it remembers none that was not.
     */
    void keep() {
        Optional.ofNullable(login.getAuthNote(Constants.LOA_MAP))
                .map(this::settled)
                .ifPresent(levels -> {
                    login.setAuthNote(Constants.LOA_MAP, levels);
                    login.setUserSessionNote(Constants.LOA_MAP, levels);
                });
    }

    /**
     * A session that was asked for more than there is to ask for is as old as it was: Keycloak would take the login that has
     * asked nothing for a new one, and answer {@code max_age} by it.
     */
    void keepTime() {
        boolean isSilent = AuthenticatorUtil.getAuthnCredentials(login).isEmpty()
                && !AuthenticatorUtil.isForcedReauthentication(login);
        if (isSilent && isSignedIn()) {
            login.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
        }
    }

    private boolean isSignedIn() {
        UserSessionModel userSession = session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId());
        return userSession != null && userSession.getUser().equals(login.getAuthenticatedUser());
    }

    private String settled(String levels) {
        return AuthenticatorUtil.isForcedReauthentication(login) ? upTo(reached(), levels) : levels;
    }

    private int reached() {
        return new AcrStore(session, login).getLevelOfAuthenticationFromCurrentAuthentication();
    }

    private static String upTo(int reached, String levels) {
        try {
            Map<Integer, Integer> times = JsonSerialization.readValue(levels, LEVELS);
            times.keySet().removeIf(level -> level > reached);
            return JsonSerialization.writeValueAsString(times);
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak's note of levels cannot be read", e);
        }
    }
}
