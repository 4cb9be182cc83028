package io.cloakroom.recovery;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Step;
import io.cloakroom.limit.FirstMail;
import io.cloakroom.limit.MailBudgets;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Asks for the address that leads back. It is a claim like any other: no account is looked up. */
final class RecoveryAuthenticator extends Step<MailBudgets> {

    RecoveryAuthenticator() {
        super(MailBudgets::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, MailBudgets mails) {
        context.challenge(new RecoveryPage(context).show());
    }

    @Override
    protected void answer(AuthenticationFlowContext context, MailBudgets mails) {
        String typed = Objects.requireNonNullElse(
                context.getHttpRequest().getDecodedFormParameters().getFirst(RecoveryPage.ADDRESS), "");
        RecoveryPage page = new RecoveryPage(context);
        Optional<Address> address = Address.parse(typed);
        if (address.isEmpty()) {
            context.challenge(page.refuse(typed));
            return;
        }
        FirstMail.ask(context, mails, address.get())
                .ifPresentOrElse(
                        refused -> context.challenge(page.refuseForNow(typed, refused.seconds())), context::success);
    }
}
