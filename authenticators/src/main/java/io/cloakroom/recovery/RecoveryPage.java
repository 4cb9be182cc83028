package io.cloakroom.recovery;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** "Can't sign in?": one field. */
final class RecoveryPage {

    static final String ADDRESS = "username";

    private static final String TEMPLATE = "cloakroom-recovery.ftl";

    private final AuthenticationFlowContext context;

    RecoveryPage(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** The page as it is first seen: with the address of an earlier try, or the one the app suggests. */
    Response show() {
        return form(ClaimedAddress.suggested(context.getAuthenticationSession()))
                .createForm(TEMPLATE);
    }

    Response refuse(String typed) {
        String message = typed.isBlank() ? "cloakroomAddressMissing" : "cloakroomAddressInvalid";
        return form(typed).addError(new FormMessage(ADDRESS, message)).createForm(TEMPLATE);
    }

    Response refuseForNow(String typed, long seconds) {
        return TooManyRequests.on(form(typed), ADDRESS, "cloakroomTooManyMails", seconds)
                .createForm(TEMPLATE);
    }

    private LoginFormsProvider form(String value) {
        return StepForm.of(context).setAttribute("cloakroomAddress", Address.shown(value));
    }
}
