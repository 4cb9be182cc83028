package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.AddressOwner;
import io.cloakroom.proof.ProvenLogin;
import io.cloakroom.proof.StrangerNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a step has let the login pass, and whom. Another request of the same login, answered a moment later, makes Keycloak
 * forget it (seen in 26.7.3): the step is asked again by the very request whose proof it has accepted. There is nothing left
 * to ask then, and the proof is spent. Written before what the step waits for is forgotten, and read after it.
 */
final class PassedNotes {

    private static final String PREFIX = "cloakroom-mailbox.passed.";

    private PassedNotes() {}

    /** The step has let a member pass. */
    static void passed(AuthenticationFlowContext context, UserModel member) {
        passed(context, member.getId());
    }

    /** The step has let somebody pass who has proved an address that nobody owned. */
    static void passed(AuthenticationFlowContext context, Address stranger) {
        passed(context, stranger.canonical());
    }

    /** Whether the step has let this login pass, and it is still about the same person. */
    static boolean isPassed(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String whom = login.getAuthNote(name(context));
        return whom != null && isAbout(context, whom) && !ProvenLogin.isDenied(context.getSession(), login);
    }

    private static void passed(AuthenticationFlowContext context, String whom) {
        context.getAuthenticationSession().setAuthNote(name(context), whom);
    }

    private static boolean isAbout(AuthenticationFlowContext context, String whom) {
        UserModel user = context.getUser();
        if (user == null) {
            return StrangerNotes.address(context.getAuthenticationSession())
                    .filter(address -> whom.equals(address.canonical()))
                    .isPresent();
        }
        // A stranger may have become a member meanwhile.
        return whom.equals(user.getId())
                || Address.parse(whom)
                        .filter(address -> AddressOwner.hasAddress(user, address))
                        .isPresent();
    }

    private static String name(AuthenticationFlowContext context) {
        return PREFIX + context.getExecution().getId();
    }
}
