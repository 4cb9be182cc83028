package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Step;
import io.cloakroom.flow.TypedNotes;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.FirstMail;
import io.cloakroom.limit.MailBudgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Takes what somebody wants their account to be, and keeps it in the login until the address is proved. Whether an
 * account has the address, or the name, is not looked up.
 */
final class SignUpAuthenticator extends Step<MailBudgets> {

    SignUpAuthenticator() {
        super(MailBudgets::from);
    }

    @Override
    protected void show(AuthenticationFlowContext context, MailBudgets mails) {
        context.challenge(SignUpPage.of(context).show(Wish.in(context)));
    }

    @Override
    protected void answer(AuthenticationFlowContext context, MailBudgets mails) {
        SignUpPage page = SignUpPage.of(context);
        Wish wish = Wish.posted(context);
        Optional<Address> address = Address.parse(wish.address());
        List<FormMessage> errors = errors(context, wish, address);
        if (errors.isEmpty() && address.isPresent()) {
            askForMail(context, mails, address.get(), wish);
        } else {
            context.challenge(page.refuse(wish, errors));
        }
    }

    private static List<FormMessage> errors(AuthenticationFlowContext context, Wish wish, Optional<Address> address) {
        if (wish.isTooMuch()) {
            return List.of(new FormMessage("cloakroomTooLong"));
        }
        List<FormMessage> errors = new ArrayList<>();
        if (address.isEmpty()) {
            errors.add(new FormMessage(
                    UserModel.EMAIL, wish.address().isBlank() ? "cloakroomAddressMissing" : "cloakroomAddressInvalid"));
        } else {
            new Invitation(context)
                    .objection(address.get())
                    .ifPresent(message -> errors.add(new FormMessage(UserModel.EMAIL, message)));
        }
        new ProfileCheck(context.getSession())
                .withoutLookUps(wish).stream()
                        .filter(error -> address.isPresent() || !UserModel.EMAIL.equals(error.getField()))
                        .forEach(errors::add);
        errors.addAll(Terms.of(context).errors(wish));
        return errors;
    }

    private static void askForMail(AuthenticationFlowContext context, MailBudgets mails, Address address, Wish wish) {
        Optional<Decision.Refused> refused = FirstMail.ask(context, mails, address);
        if (refused.isPresent()) {
            context.challenge(
                    SignUpPage.of(context).refuseForNow(wish, refused.get().seconds()));
        } else {
            TypedNotes.remember(context.getAuthenticationSession(), wish.fields());
            context.success();
        }
    }
}
