package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.TooManyRequests;
import io.cloakroom.proof.StrangerNotes;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The form of an account that is to be: Keycloak's own fields, on our page. */
final class SignUpPage {

    private static final String TEMPLATE = "cloakroom-sign-up.ftl";

    private final AuthenticationFlowContext context;
    private final Optional<Address> proven;

    private SignUpPage(AuthenticationFlowContext context) {
        this.context = context;
        this.proven = StrangerNotes.address(context.getAuthenticationSession());
    }

    static SignUpPage of(AuthenticationFlowContext context) {
        return new SignUpPage(context);
    }

    Response show(Wish wish) {
        return form(wish).createForm(TEMPLATE);
    }

    /** The page again, with all that was typed and what is wrong with it. */
    Response refuse(Wish wish, List<FormMessage> errors) {
        return form(wish).setErrors(errors).createForm(TEMPLATE);
    }

    Response refuseForNow(Wish wish, long seconds) {
        String field = proven.isPresent() ? FormMessage.GLOBAL : UserModel.EMAIL;
        String message = proven.isPresent() ? "cloakroomTooManyTries" : "cloakroomTooManyMails";
        return TooManyRequests.on(form(wish), field, message, seconds).createForm(TEMPLATE);
    }

    private LoginFormsProvider form(Wish wish) {
        Invitation invitation = new Invitation(context);
        LoginFormsProvider form = StepForm.of(context)
                .setAttribute("profile", new ProfileFields(wish, context.getSession(), proven.isPresent()))
                .setAttribute("cloakroomAddress", proven.map(Address::unicode).orElse(""))
                .setAttribute("cloakroomOrganization", invitation.organization().orElse(""));
        return Terms.of(context).on(form);
    }
}
