package io.cloakroom.link;

import io.cloakroom.flow.Lookups;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * The logins of this browser: the one that waits for a link, and a new one where none does. None is thrown away for another;
 * Keycloak itself drops the oldest where a browser has hundreds.
 */
final class Logins {

    private static final String NONE = "none";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionManager manager;

    Logins(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.manager = new AuthenticationSessionManager(session);
    }

    /**
     * The login that asked for the link, if it is this browser's and still waits, and its app still may be answered. That of a
     * device is answered nowhere.
     */
    Optional<AuthenticationSessionModel> waitingFor(SignInLink link, ClientModel client) {
        return Optional.of(link.asked().tabId())
                .filter(tab -> !tab.isEmpty())
                .map(tab -> manager.getCurrentAuthenticationSession(realm, client, tab))
                .filter(login -> LinkNotes.awaits(login, link.proofId()))
                .filter(login -> login.getRedirectUri() == null || isValid(login.getRedirectUri(), client));
    }

    /** The login of this browser in which the link was opened before, and waits. */
    Optional<AuthenticationSessionModel> openedFor(String proofId) {
        return Optional.ofNullable(manager.getCurrentRootAuthenticationSession(realm)).stream()
                .flatMap(root -> root.getAuthenticationSessions().values().stream())
                .filter(login -> LinkNotes.opened(login)
                        .filter(opened -> opened.proofId().equals(proofId))
                        .isPresent())
                .findFirst();
    }

    /** A twin of the login that waits, with all that the app has asked for; that one goes on waiting undisturbed. */
    AuthenticationSessionModel twin(AuthenticationSessionModel waiting) {
        AuthenticationSessionModel twin = waiting.getParentSession().createAuthenticationSession(waiting.getClient());
        twin.setAction(Action.AUTHENTICATE.name());
        twin.setProtocol(waiting.getProtocol());
        twin.setRedirectUri(waiting.getRedirectUri());
        waiting.getClientNotes().forEach(twin::setClientNote);
        LinkNotes.copyRequest(waiting, twin);
        return twin;
    }

    /**
     * A login of its own for a link that another browser asked for. Nothing is copied from that one: the app receives
     * neither code nor state, only its visitor, who is signed in by then.
     *
     * @param redirectUri where to go afterwards, or null for the app's home
     */
    AuthenticationSessionModel begin(ClientModel client, @Nullable String redirectUri) {
        String destination = redirectUri == null ? home(client) : redirectUri;
        AuthenticationSessionModel login = root().createAuthenticationSession(loginClient(client));
        login.setAction(Action.AUTHENTICATE.name());
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setRedirectUri(destination);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, destination);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, NONE);
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        return login;
    }

    /** Where this browser finds the page that the login shows next. */
    URI urlOf(AuthenticationSessionModel login) {
        session.getContext().setClient(login.getClient());
        return new AuthenticationFlowURLHelper(
                        session, realm, session.getContext().getUri())
                .getLastExecutionUrl(login);
    }

    /** Whether the app may be answered there. */
    boolean isValid(String redirectUri, ClientModel client) {
        return !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                || RedirectUtils.verifyRedirectUri(session, redirectUri, client) != null;
    }

    /** The enabled app of that name. */
    Optional<ClientModel> client(@Nullable String clientId) {
        return Lookups.client(realm, clientId).filter(ClientModel::isEnabled);
    }

    /** What all logins of this browser hang on; where only its session is left, Keycloak gives that the same name again. */
    private RootAuthenticationSessionModel root() {
        RootAuthenticationSessionModel root = manager.getCurrentRootAuthenticationSession(realm);
        if (root != null) {
            return root;
        }
        UserSessionModel signedIn = manager.getUserSessionFromAuthenticationCookie(realm);
        if (signedIn == null) {
            return manager.createAuthenticationSession(realm, true);
        }
        RootAuthenticationSessionModel known =
                session.authenticationSessions().getRootAuthenticationSession(realm, signedIn.getId());
        manager.setAuthSessionCookie(signedIn.getId());
        manager.setAuthSessionIdHashCookie(signedIn.getId());
        return known != null
                ? known
                : session.authenticationSessions().createRootAuthenticationSession(realm, signedIn.getId());
    }

    /** An app that may not begin such a login itself is visited from the realm's own. */
    private ClientModel loginClient(ClientModel client) {
        boolean maySignIn = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                && client.isStandardFlowEnabled()
                && !client.isBearerOnly();
        return maySignIn ? client : SystemClientUtil.getSystemClient(realm);
    }

    /** The app's own start page, or the account console where it has none. */
    private String home(ClientModel client) {
        return HomePage.of(session, client)
                .orElseGet(() -> Urls.accountBase(session.getContext().getUri().getBaseUri())
                        .path("/")
                        .build(realm.getName())
                        .toString());
    }
}
