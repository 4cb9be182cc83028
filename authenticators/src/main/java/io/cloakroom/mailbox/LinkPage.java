package io.cloakroom.mailbox;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Moment;
import io.cloakroom.flow.StepForm;
import io.cloakroom.link.LinkEnd;
import io.cloakroom.link.OpenedLink;
import io.cloakroom.link.SignOut;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;

/** The pages behind an opened link. They tell what will happen, and to whom, before anything does. */
final class LinkPage {

    private final AuthenticationFlowContext context;
    private final OpenedLink opened;

    LinkPage(AuthenticationFlowContext context, OpenedLink opened) {
        this.context = context;
        this.opened = opened;
    }

    /** Asks whether to sign this browser in. */
    Response ask() {
        return form().setAttribute("cloakroomElsewhere", opened.elsewhere())
                .createForm("cloakroom-magic-link-confirm.ftl");
    }

    /** Sends the person back to the browser that asked, with the code to type there where there is one. */
    Response sendBack() {
        return form().setAttribute("cloakroomCode", Objects.requireNonNullElse(opened.code(), ""))
                .createForm("cloakroom-magic-link-back.ftl");
    }

    /** A link that has ended while its page was open. */
    Response ended(LinkEnd end) {
        return form().setAttribute("cloakroomEnd", end.message())
                .setAttribute("cloakroomSignOut", SignOut.after(end, context.getSession()))
                .setAttribute("cloakroomClientId", "")
                .setAttribute("cloakroomAction", "")
                .setStatus(Response.Status.BAD_REQUEST)
                .createForm("cloakroom-link-ended.ftl");
    }

    private LoginFormsProvider form() {
        return StepForm.of(context)
                .setAttribute("cloakroomAddress", account())
                .setAttribute("cloakroomInvited", opened.asked().isInvitation())
                .setAttribute(
                        "cloakroomAskedAt",
                        Moment.of(
                                opened.asked().at(),
                                context.getSession().getContext().resolveLocale(null)))
                .setAttribute("cloakroomBrowser", opened.asked().browser());
    }

    /** Whom the link signs in: the address it was sent to, or what the account is known by where it was sent to none. */
    private String account() {
        return Optional.ofNullable(opened.address())
                .map(Address::masked)
                .orElseGet(() -> Optional.ofNullable(
                                context.getSession().users().getUserById(context.getRealm(), opened.userId()))
                        .map(LinkPage::name)
                        .orElse(""));
    }

    private static String name(UserModel user) {
        String name = Optional.ofNullable(user.getEmail()).orElseGet(user::getUsername);
        return Address.parse(name).map(Address::masked).orElse(name);
    }
}
