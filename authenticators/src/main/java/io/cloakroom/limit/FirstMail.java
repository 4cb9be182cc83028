package io.cloakroom.limit;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The permit for the first mail of a login: taken by the step that asks for the address, used by the one that mails. */
public final class FirstMail {

    private FirstMail() {}

    /** Takes the permit and remembers the claim, or tells the operator that there is none. */
    public static Optional<Decision.Refused> ask(
            AuthenticationFlowContext context, MailBudgets budgets, Address address) {
        Optional<Decision.Refused> refused =
                budgets.take(context.getSession(), address).use();
        if (refused.isEmpty()) {
            ClaimedAddress.remember(context.getAuthenticationSession(), address);
            MailBudgetNotes.remember(context.getAuthenticationSession(), budgets);
            MailBudgetNotes.havePermit(context.getAuthenticationSession());
        } else {
            TooManyRequests.tell(context, refused.get());
        }
        return refused;
    }
}
