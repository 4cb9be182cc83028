package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.EventDetails;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.flow.UserNotes;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.password.PasswordGuess;
import io.cloakroom.password.PasswordGuess.Verdict;
import io.cloakroom.password.PasswordNotes;
import io.cloakroom.proof.AddressOwner;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Signs in with a password, on the page of the address. */
final class PasswordSignIn {

    private static final String WRONG = "wrong";

    private final AuthenticationFlowContext context;
    private final IdentifyPage page;
    private final Address address;

    PasswordSignIn(AuthenticationFlowContext context, IdentifyPage page, Address address) {
        this.context = context;
        this.page = page;
        this.address = address;
    }

    /** Counts the guess, then compares it. */
    void answer(GuessBudgets budgets) {
        String password = page.claim().password();
        if (password.isEmpty()) {
            context.challenge(page.refuse(Claim.PASSWORD, "cloakroomPasswordMissing"));
            return;
        }
        Network from = Network.of(context.getConnection());
        Verdict verdict =
                new PasswordGuess(context, password).compare(budgets.onPassword(address.limitKey(), from), this::owner);
        if (verdict instanceof Verdict.Right right) {
            accept(right.user());
        } else if (verdict instanceof Verdict.Limited limited) {
            TooManyRequests.tell(context, limited.refusal());
            context.challenge(page.refuseForNow(
                    Claim.PASSWORD,
                    "cloakroomTooManyPasswords",
                    limited.refusal().seconds()));
        } else {
            refuse();
        }
    }

    /** Whom a session has named already, or who has the address. */
    private Optional<UserModel> owner() {
        return Optional.ofNullable(context.getUser())
                .filter(user -> AddressOwner.hasAddress(user, address))
                .or(() -> AddressOwner.find(context.getSession(), context.getRealm(), address));
    }

    /** The one place where the step says who somebody is, other than by a passkey: the password has been right. */
    private void accept(UserModel user) {
        UserNotes.makeRoomFor(context, user);
        context.setUser(user);
        PasswordNotes.validated(context.getAuthenticationSession());
        StepProofs.IDENTIFY.proved(context.getAuthenticationSession(), PasswordCredentialModel.TYPE);
        context.success(PasswordCredentialModel.TYPE);
    }

    /** No event names the account: whoever can post an address could have its owner mailed for it. */
    private void refuse() {
        context.getEvent()
                .clone()
                .detail(EventDetails.METHOD, Claim.PASSWORD)
                .detail(EventDetails.PURPOSE, "sign-in")
                .detail(EventDetails.REASON, WRONG)
                .error(Errors.INVALID_USER_CREDENTIALS);
        context.challenge(page.refuse(Claim.PASSWORD, "cloakroomPasswordWrong"));
    }
}
