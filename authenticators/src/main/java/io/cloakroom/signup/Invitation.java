package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/**
 * An organization's invitation, where the sign-up came by one. Keycloak carries it from page to page in their addresses,
 * but not through its own redirects; so the login remembers it.
 */
final class Invitation {

    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final Optional<InviteOrgActionToken> token;

    Invitation(AuthenticationFlowContext context) {
        this.context = context;
        this.session = context.getSession();
        this.token = read();
    }

    /** Whom it was sent to, if anybody was invited. */
    Optional<String> address() {
        return token.map(InviteOrgActionToken::getEmail);
    }

    /** The name of the organization. */
    Optional<String> organization() {
        return token.flatMap(this::organization).map(OrganizationModel::getName);
    }

    /** What keeps whoever has that address from becoming a member now, in a message of ours. */
    Optional<String> objection(Address address) {
        if (token.isEmpty()) {
            return context.getRealm().isRegistrationAllowed()
                    ? Optional.empty()
                    : Optional.of("cloakroomInvitationEnded");
        }
        if (!isFor(token.get(), address)) {
            return Optional.of("cloakroomNotInvited");
        }
        return token.flatMap(this::organization).isPresent()
                ? Optional.empty()
                : Optional.of("cloakroomInvitationEnded");
    }

    /** Makes the new account, to which there was no objection, a member of the organization, and spends the invitation. */
    void take(UserModel user) {
        token.ifPresent(
                invitation -> organization(invitation).ifPresent(organization -> join(invitation, organization, user)));
    }

    private static boolean isFor(InviteOrgActionToken invitation, Address address) {
        return Optional.ofNullable(invitation.getEmail())
                .flatMap(Address::parse)
                .filter(address::equals)
                .isPresent();
    }

    private void join(InviteOrgActionToken invitation, OrganizationModel organization, UserModel user) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        organizations.addManagedMember(organization, user);
        organizations.getInvitationManager().remove(invitation.getId());
        if (invitation.getRedirectUri() != null) {
            context.getAuthenticationSession().setRedirectUri(invitation.getRedirectUri());
        }
        context.getEvent()
                .clone()
                .event(EventType.INVITE_ORG)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.ORG_ID, organization.getId())
                .success();
    }

    /** The organization of an invitation that still stands. */
    private Optional<OrganizationModel> organization(InviteOrgActionToken invitation) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        return Optional.ofNullable(organizations.getInvitationManager().getById(invitation.getId()))
                .filter(kept -> !kept.isExpired())
                .map(kept -> organizations.getById(invitation.getOrgId()))
                .filter(OrganizationModel::isEnabled);
    }

    /** Keycloak has checked it when it let the request in that carries it, and says nothing where there is none. */
    private Optional<InviteOrgActionToken> read() {
        if (!Organizations.isEnabled(session)) {
            return Optional.empty();
        }
        try {
            InviteOrgActionToken carried = Organizations.parseInvitationToken(session, context.getHttpRequest());
            return carried == null ? remembered() : Optional.of(remember(carried));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    private InviteOrgActionToken remember(InviteOrgActionToken carried) {
        SignUpNotes.invited(
                context.getAuthenticationSession(),
                context.getHttpRequest().getUri().getQueryParameters().getFirst(Constants.TOKEN));
        return carried;
    }

    private Optional<InviteOrgActionToken> remembered() throws VerificationException {
        Optional<String> kept = SignUpNotes.invitation(context.getAuthenticationSession());
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(TokenVerifier.create(kept.get(), InviteOrgActionToken.class)
                        .getToken());
    }
}
