package io.cloakroom.admin;

import io.cloakroom.admin.LinkOrder.Delivery;
import io.cloakroom.flow.Address;
import io.cloakroom.flow.Lookups;
import io.cloakroom.proof.AddressOwner;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.utils.ProfileHelper;

/** What the administrator who asks may do, and for whom. Nobody learns of accounts that they may not see. */
final class Caller {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    Caller(KeycloakSession session, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.auth = auth;
    }

    /** Turns those away who have no business with any account, before anything of theirs is read. */
    void requireSomeRight() {
        if (!auth.hasOneAdminRole(AdminRoles.IMPERSONATION) && !auth.users().canQuery()) {
            throw new ForbiddenException();
        }
    }

    /**
     * The account the order is for, if the caller may do that to it. A link in hand is impersonation, and more: what comes of it
     * is a sign-in like any other, which may add a passkey, so it also takes the right to do that.
     */
    UserModel user(LinkOrder order) {
        UserModel user = find(order)
                .orElseThrow(() -> auth.users().canView()
                        ? Refusal.of(order.user() == null ? "email" : "user", "User not found", Status.NOT_FOUND)
                        : new ForbiddenException());
        auth.users().requireManage(user);
        if (order.delivery() == Delivery.RETURN) {
            auth.users().requireImpersonate(user);
            ProfileHelper.requireFeature(Profile.Feature.IMPERSONATION);
        }
        return user;
    }

    private Optional<UserModel> find(LinkOrder order) {
        if (order.user() != null) {
            return Lookups.accountById(session, order.user());
        }
        return Optional.ofNullable(order.email())
                .flatMap(Address::parse)
                .flatMap(address -> AddressOwner.find(session, realm, address));
    }
}
