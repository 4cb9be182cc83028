package io.cloakroom.identify;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.StepForm;
import io.cloakroom.limit.TooManyRequests;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** The page with the one field. */
final class IdentifyPage {

    private static final String TEMPLATE = "cloakroom-identify.ftl";
    private static final String FIELD = "username";
    /** What comes back into the field after an error: more than any address holds, less than a burden on the page. */
    private static final int MOST_SHOWN = 512;

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}");

    private final AuthenticationFlowContext context;
    private final Optional<Address> known;

    private IdentifyPage(AuthenticationFlowContext context, Optional<Address> known) {
        this.context = context;
        this.known = known;
    }

    static IdentifyPage in(AuthenticationFlowContext context, Optional<Address> known) {
        return new IdentifyPage(context, known);
    }

    /** What was posted, or nothing. */
    String typed() {
        return Optional.ofNullable(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD))
                .orElse("");
    }

    /** The page as it is first seen: with the address of an earlier try, or the one the app suggests. */
    Response show() {
        String suggested = ClaimedAddress.in(context.getAuthenticationSession())
                .map(Address::typed)
                .or(() -> Optional.ofNullable(
                        context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM)))
                .orElse("");
        return form(suggested).createForm(TEMPLATE);
    }

    Response refuseInput() {
        String message = typed().isBlank() ? "cloakroomAddressMissing" : "cloakroomAddressInvalid";
        return form(typed()).addError(new FormMessage(FIELD, message)).createForm(TEMPLATE);
    }

    Response refuseForNow(long seconds) {
        return TooManyRequests.on(form(typed()), FIELD, "cloakroomTooManyMails", seconds)
                .createForm(TEMPLATE);
    }

    private LoginFormsProvider form(String value) {
        String shown =
                UNPRINTABLE.matcher(known.map(Address::typed).orElse(value)).replaceAll("");
        return StepForm.of(context)
                .setAttribute("cloakroomAddress", shown.substring(0, Math.min(shown.length(), MOST_SHOWN)))
                .setAttribute("cloakroomAddressIsKnown", known.isPresent());
    }
}
