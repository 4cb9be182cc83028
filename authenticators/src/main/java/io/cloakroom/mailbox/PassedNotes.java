package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.AddressOwner;
import io.cloakroom.proof.ClearedAccounts;
import io.cloakroom.proof.ProvenLogin;
import io.cloakroom.proof.StrangerNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * That a step has let the login pass, when, and whom. Another request of the same login, answered a moment later, makes
 * Keycloak forget it (seen in 26.7.3): the step is asked again by the very request whose proof it has accepted. There is
 * nothing left to ask then, and the proof is spent. Written before what the step waits for is forgotten, and read after it.
 */
final class PassedNotes {

    private static final String PREFIX = "cloakroom-mailbox.passed.";
    private static final String SEPARATOR = " ";

    private PassedNotes() {}

    /** The step has let a member pass. */
    static void passed(AuthenticationFlowContext context, UserModel member) {
        passed(context, member.getId());
    }

    /** The step has let somebody pass who has proved an address that nobody owned. */
    static void passed(AuthenticationFlowContext context, Address stranger) {
        passed(context, stranger.canonical());
    }

    /**
     * Whether the step has let this login pass, and that still counts: it is about the same person, who has not said since
     * that it was not them, and nobody has put everybody out of the account. Keycloak takes a step for passed anew, so that
     * whatever was proved before would count as proved after it.
     */
    static boolean isPassed(AuthenticationFlowContext context) {
        String note = context.getAuthenticationSession().getAuthNote(name(context));
        if (note == null || ProvenLogin.isDenied(context.getSession(), context.getAuthenticationSession())) {
            return false;
        }
        int end = note.indexOf(SEPARATOR);
        long second = Long.parseLong(note.substring(0, end));
        String whom = note.substring(end + SEPARATOR.length());
        UserModel user = context.getUser();
        return user == null ? isStranger(context, whom) : isMember(context, user, whom, second);
    }

    private static void passed(AuthenticationFlowContext context, String whom) {
        context.getAuthenticationSession().setAuthNote(name(context), Time.currentTimeSeconds() + SEPARATOR + whom);
    }

    private static boolean isStranger(AuthenticationFlowContext context, String whom) {
        return StrangerNotes.address(context.getAuthenticationSession())
                .filter(address -> whom.equals(address.canonical()))
                .isPresent();
    }

    /** A stranger may have become a member meanwhile. */
    private static boolean isMember(AuthenticationFlowContext context, UserModel user, String whom, long second) {
        boolean isSame = whom.equals(user.getId())
                || Address.parse(whom)
                        .filter(address -> AddressOwner.hasAddress(user, address))
                        .isPresent();
        return isSame && !ClearedAccounts.isClearedSince(context.getSession(), context.getRealm(), user, second);
    }

    private static String name(AuthenticationFlowContext context) {
        return PREFIX + context.getExecution().getId();
    }
}
