package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.Step;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.MailBudgetNotes;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.link.LinkNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * Takes the address somebody claims. It looks no account up, so there is nothing it could give away; who is really there
 * is for the next step to prove.
 */
final class IdentifyAuthenticator extends Step<IdentifyConfig> {

    IdentifyAuthenticator() {
        super(IdentifyConfig::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, IdentifyConfig config) {
        if (LinkNotes.opened(context.getAuthenticationSession()).isPresent()) {
            // The link has said whom it is for; the next step asks whether that is to be.
            context.success();
        } else {
            context.challenge(IdentifyPage.in(context, knownAddress(context)).show());
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, IdentifyConfig config) {
        Optional<Address> known = knownAddress(context);
        IdentifyPage page = IdentifyPage.in(context, known);
        Optional<Address> address = known.or(() -> Address.parse(page.typed()));
        if (address.isEmpty()) {
            context.challenge(page.refuseInput());
            return;
        }
        Decision decision = config.mails().take(context.getSession(), address.get());
        if (decision instanceof Decision.Granted granted) {
            granted.keep().run();
            ClaimedAddress.remember(context.getAuthenticationSession(), address.get());
            MailBudgetNotes.remember(context.getAuthenticationSession(), config.mails());
            MailBudgetNotes.havePermit(context.getAuthenticationSession());
            context.success();
        } else if (decision instanceof Decision.Refused refused) {
            TooManyRequests.tell(context, refused);
            context.challenge(page.refuseForNow(refused.seconds()));
        }
    }

    /** On re-authentication Keycloak has set the user already: the address is theirs and not to be changed. */
    private static Optional<Address> knownAddress(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getUser()).map(UserModel::getEmail).flatMap(Address::parse);
    }
}
