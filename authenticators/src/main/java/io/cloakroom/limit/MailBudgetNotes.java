package io.cloakroom.limit;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The budgets that the first mail of a login has drawn on: a resend draws on the same ones, whichever step sends it, so
 * that there is one place to set them.
 */
public final class MailBudgetNotes {

    private static final String NOTE = "cloakroom-limit.mail-budgets";
    private static final String PERMIT = "cloakroom-limit.mail-permit";

    private MailBudgetNotes() {}

    /** The step that asks for the first mail remembers what it drew on. */
    public static void remember(AuthenticationSessionModel login, MailBudgets budgets) {
        login.setAuthNote(NOTE, budgets.store());
    }

    /** The step that asks for the first mail has its permit. */
    public static void havePermit(AuthenticationSessionModel login) {
        login.setAuthNote(PERMIT, "");
    }

    /** Takes the permit that was had with these budgets; there is one, for the first mail. */
    public static boolean usePermit(AuthenticationSessionModel login) {
        boolean unused = login.getAuthNote(PERMIT) != null;
        login.removeAuthNote(PERMIT);
        return unused;
    }

    /** What the first mail drew on, or nothing where no step before has asked for one. */
    public static Optional<MailBudgets> in(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE)).map(MailBudgets::load);
    }
}
