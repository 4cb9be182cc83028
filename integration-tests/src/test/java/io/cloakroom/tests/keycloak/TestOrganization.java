package io.cloakroom.tests.keycloak;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationInvitationRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** One organization of a realm: whom it has invited, and who is in it. */
public final class TestOrganization {

    private final OrganizationResource admin;

    private TestOrganization(OrganizationResource admin) {
        this.admin = admin;
    }

    /** A new organization of that name, whose members' addresses are of that domain. */
    public static TestOrganization create(TestRealm realm, String name, String domain) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName(name);
        organization.setAlias(name.toLowerCase(Locale.ROOT));
        organization.addDomain(new OrganizationDomainRepresentation(domain));
        try (Response response = realm.admin().organizations().create(organization)) {
            String id = CreatedResponseUtil.getCreatedId(response);
            return new TestOrganization(realm.admin().organizations().get(id));
        }
    }

    /** Where people are sent who have taken an invitation. */
    public void redirectTo(URI address) {
        OrganizationRepresentation organization = admin.toRepresentation();
        organization.setRedirectUrl(address.toString());
        expect(admin.update(organization), 204).close();
    }

    /** Sends an invitation, as an administrator does in the console. */
    public void invite(String address) {
        expect(admin.members().inviteUser(address, "Ina", "Invited"), 204).close();
    }

    /** The addresses that have an invitation which still stands. */
    public List<String> invited() {
        return admin.invitations().list().stream()
                .map(OrganizationInvitationRepresentation::getEmail)
                .toList();
    }

    /** Takes all invitations back. */
    public void takeBack() {
        admin.invitations()
                .list()
                .forEach(invitation -> expect(admin.invitations().delete(invitation.getId()), 204)
                        .close());
    }

    /** The addresses of its members. */
    public List<String> members() {
        return admin.members().list(0, 100).stream()
                .map(UserRepresentation::getEmail)
                .toList();
    }

    private static Response expect(Response response, int status) {
        if (response.getStatus() != status) {
            throw new IllegalStateException(response.getStatus() + ": " + response.readEntity(String.class));
        }
        return response;
    }
}
