package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.StepProofs;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.FirstMail;
import io.cloakroom.link.LinkNotes;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;

/**
 * Asks who is here: a passkey says it at once, a password may, and an address is only a claim that the next step proves.
 * For a claim no account is looked up, so there is nothing it could give away.
 */
final class IdentifyAuthenticator extends Step<IdentifyConfig> {

    private final KeycloakSession session;

    IdentifyAuthenticator(KeycloakSession session) {
        super(IdentifyConfig::from);
        this.session = session;
    }

    @Override
    protected void show(AuthenticationFlowContext context, IdentifyConfig config) {
        if (LinkNotes.opened(context.getAuthenticationSession()).isPresent()) {
            // The link has said whom it is for; the next step asks whether that is to be.
            StepProofs.IDENTIFY.provedNothing(context.getAuthenticationSession());
            context.success();
        } else {
            context.challenge(page(context, config).show());
        }
    }

    @Override
    protected void answer(AuthenticationFlowContext context, IdentifyConfig config) {
        IdentifyPage page = page(context, config);
        switch (page.claim().method(config.password())) {
            case PASSKEY -> new PasskeySignIn(session, page).answer(context);
            case PASSWORD ->
                withAddress(
                        context, page, address -> new PasswordSignIn(context, page, address).answer(config.guesses()));
            case EMAIL -> withAddress(context, page, address -> askForMail(context, config, page, address));
        }
    }

    private void withAddress(AuthenticationFlowContext context, IdentifyPage page, Consumer<Address> next) {
        Optional<Address> address = page.address();
        if (address.isPresent()) {
            next.accept(address.get());
        } else {
            context.challenge(page.refuseInput());
        }
    }

    private static void askForMail(
            AuthenticationFlowContext context, IdentifyConfig config, IdentifyPage page, Address address) {
        Optional<Decision.Refused> refused = FirstMail.ask(context, config.mails(), address);
        if (refused.isPresent()) {
            context.challenge(page.refuseForNow(
                    Claim.ADDRESS, "cloakroomTooManyMails", refused.get().seconds()));
        } else {
            StepProofs.IDENTIFY.provedNothing(context.getAuthenticationSession());
            context.success();
        }
    }

    private IdentifyPage page(AuthenticationFlowContext context, IdentifyConfig config) {
        return IdentifyPage.in(context, config.password());
    }
}
