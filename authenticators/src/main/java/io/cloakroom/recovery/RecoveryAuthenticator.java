package io.cloakroom.recovery;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Step;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.FirstMail;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Asks for the address that leads back. It is a claim like any other: no account is looked up. */
final class RecoveryAuthenticator extends Step<RecoveryConfig> {

    RecoveryAuthenticator() {
        super(RecoveryConfig::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, RecoveryConfig config) {
        context.challenge(new RecoveryPage(context).show());
    }

    @Override
    protected void answer(AuthenticationFlowContext context, RecoveryConfig config) {
        String typed = Objects.requireNonNullElse(
                context.getHttpRequest().getDecodedFormParameters().getFirst(RecoveryPage.ADDRESS), "");
        RecoveryPage page = new RecoveryPage(context);
        Optional<Address> address = Address.parse(typed);
        if (address.isEmpty()) {
            context.challenge(page.refuse(typed));
        } else if (FirstMail.ask(context, config.mails(), address.get()) instanceof Decision.Refused refused) {
            context.challenge(page.refuseForNow(typed, refused.seconds()));
        } else {
            context.success();
        }
    }
}
