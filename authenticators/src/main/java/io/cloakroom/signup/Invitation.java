package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;

/** An organization's invitation, where the sign-up came by one: Keycloak carries it from page to page in their addresses. */
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

    /** Whether somebody with that address may take it, or nobody was invited at all. */
    boolean isFor(Address address) {
        return token.map(invitation -> Address.parse(invitation.getEmail())
                        .filter(address::equals)
                        .isPresent())
                .orElse(true);
    }

    /** Whether an account may be made for that address now: whoever comes by an invitation needs one that still stands. */
    boolean allows(Address address) {
        boolean stands = token.flatMap(this::organization).isPresent();
        return token.isEmpty() ? context.getRealm().isRegistrationAllowed() : stands && isFor(address);
    }

    /** Makes the new account a member of the organization, and spends the invitation. */
    void take(UserModel user) {
        token.ifPresent(
                invitation -> organization(invitation).ifPresent(organization -> join(invitation, organization, user)));
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

    /** Keycloak has checked it when it let the request in, and says nothing where there is none. */
    private Optional<InviteOrgActionToken> read() {
        if (!Organizations.isEnabled(session)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Organizations.parseInvitationToken(session, context.getHttpRequest()));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }
}
