package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The permit for the first mail of a login: taken by the step that asks for the address, used by the one that mails. */
public final class FirstMail {

    private FirstMail() {}

    /** Takes the permit and remembers the claim, or tells the operator that there is none. */
    public static Decision ask(AuthenticationFlowContext context, MailBudgets budgets, Address address) {
        Decision decision = budgets.take(context.getSession(), address);
        if (decision instanceof Decision.Granted granted) {
            granted.keep().run();
            ClaimedAddress.remember(context.getAuthenticationSession(), address);
            MailBudgetNotes.remember(context.getAuthenticationSession(), budgets);
            MailBudgetNotes.havePermit(context.getAuthenticationSession());
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
        }
        return decision;
    }
}
