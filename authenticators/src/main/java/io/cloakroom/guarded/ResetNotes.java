package io.cloakroom.guarded;

import io.cloakroom.limit.MailBudgetNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What is noted of a login that resets credentials. */
final class ResetNotes {

    private static final String NAME = "cloakroom-guarded.reset-name";

    private ResetNotes() {}

    /** Whether the mailed link has led back to it. */
    static boolean isBack(AuthenticationSessionModel login) {
        return login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID) != null;
    }

    /**
     * There is a permit for a mail to that name. Two posts of one login at once share its notes: what the request itself
     * holds no other one can turn into a mail to somebody else.
     */
    static void permit(AuthenticationFlowContext context, String name) {
        context.getSession().setAttribute(NAME, name);
        context.getAuthenticationSession().setAuthNote(NAME, name);
        MailBudgetNotes.havePermit(context.getAuthenticationSession());
    }

    /** Takes the permit, if there is one, and says to which name. */
    static Optional<String> usePermit(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<String> name = Optional.ofNullable(session.getAttribute(NAME, String.class));
        session.removeAttribute(NAME);
        boolean hasPermit = MailBudgetNotes.usePermit(login);
        return name.or(() -> Optional.ofNullable(login.getAuthNote(NAME)).filter(noted -> hasPermit));
    }
}
