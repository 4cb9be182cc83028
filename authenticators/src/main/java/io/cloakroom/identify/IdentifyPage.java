package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.StepForm;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** The page of the step: an address, a passkey, and a password where the realm wants one. */
final class IdentifyPage {

    private static final String TEMPLATE = "cloakroom-identify.ftl";
    private final AuthenticationFlowContext context;
    private final Switch password;
    private final Claim claim;
    private final Optional<Address> known;

    private IdentifyPage(AuthenticationFlowContext context, Switch password, Claim claim, Optional<Address> known) {
        this.context = context;
        this.password = password;
        this.claim = claim;
        this.known = known;
    }

    /** On re-authentication Keycloak has set the user already: the address is theirs and not to be changed. */
    static IdentifyPage in(AuthenticationFlowContext context, Switch password) {
        Optional<Address> known =
                Optional.ofNullable(context.getUser()).map(UserModel::getEmail).flatMap(Address::parse);
        return new IdentifyPage(
                context, password, new Claim(context.getHttpRequest().getDecodedFormParameters()), known);
    }

    /** What has been posted from the page. */
    Claim claim() {
        return claim;
    }

    /** Whose address it is about, or nothing where what was typed is none. */
    Optional<Address> address() {
        return known.or(() -> Address.parse(claim.typed()));
    }

    /** The page as it is first seen: with the address of an earlier try, or the one the app suggests. */
    Response show() {
        return form(ClaimedAddress.suggested(context.getAuthenticationSession()))
                .createForm(TEMPLATE);
    }

    Response refuseInput() {
        return refuse(Claim.ADDRESS, claim.typed().isBlank() ? "cloakroomAddressMissing" : "cloakroomAddressInvalid");
    }

    /** The page again, with what is wrong beside the field. A password is never given back. */
    Response refuse(String field, String message) {
        return form(claim.typed()).addError(new FormMessage(field, message)).createForm(TEMPLATE);
    }

    Response refuseForNow(String field, String message, long seconds) {
        return TooManyRequests.on(form(claim.typed()), field, message, seconds).createForm(TEMPLATE);
    }

    /** The page again after a passkey that did not do; which reason it had is nobody's business. */
    Response refusePasskey() {
        return form(claim.typed()).setError("cloakroomPasskeyFailed").createForm(TEMPLATE);
    }

    private LoginFormsProvider form(String value) {
        boolean hasPasskeys = new PasskeySignIn(context.getSession(), this).prepare(context);
        return StepForm.of(context)
                .setAttribute(
                        "cloakroomAddress",
                        Address.shown(known.map(Address::typed).orElse(value)))
                .setAttribute("cloakroomAddressIsKnown", known.isPresent())
                .setAttribute("cloakroomHasPassword", password.isOn())
                .setAttribute("cloakroomHasPasskeys", hasPasskeys);
    }
}
