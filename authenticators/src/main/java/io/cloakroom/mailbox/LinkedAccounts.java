package io.cloakroom.mailbox;

import io.cloakroom.flow.StrongFactors;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Accounts that are about to be linked to an identity provider by a mailbox. The provider would then stand for the second
 * factor, too, so an account that has one is not linked without it.
 */
final class LinkedAccounts {

    private static final Logger LOG = Logger.getLogger(LinkedAccounts.class);

    private LinkedAccounts() {}

    /** Whether what has been proved is enough, once the whole flow has been passed. */
    static boolean mayComplete(AuthenticationSessionModel login, UserModel user) {
        boolean isEnough = !BrokerNotes.isLinkedByMailbox(login)
                || !StrongFactors.hasSecond(user)
                || StrongFactors.isAmong(AuthenticatorUtil.getAuthnCredentials(login));
        if (!isEnough) {
            LOG.errorf(
                    "Realm '%s', first login through an identity provider: the account has a second factor. Put a sub-flow"
                            + " that asks for it behind the emailed code.",
                    login.getRealm().getName());
        }
        return isEnough;
    }
}
