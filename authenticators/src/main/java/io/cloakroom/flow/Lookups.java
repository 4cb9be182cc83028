package io.cloakroom.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Whom or what somebody means by a name that they sent, in the realm of the session's request. Nothing has control
 * characters in its name, and some databases fail when they are asked for them.
 */
public final class Lookups {

    private Lookups() {}

    /** The one account of that username or address; nothing where several have it. */
    public static Optional<UserModel> account(KeycloakSession session, String nameOrAddress) {
        if (!isPossible(nameOrAddress)) {
            return Optional.empty();
        }
        try {
            RealmModel realm = session.getContext().getRealm();
            return Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(session, realm, nameOrAddress));
        } catch (ModelDuplicateException e) {
            return Optional.empty();
        }
    }

    /** The account with that id. */
    public static Optional<UserModel> accountById(KeycloakSession session, @Nullable String id) {
        return Optional.ofNullable(id)
                .filter(Lookups::isPossible)
                .map(possible ->
                        session.users().getUserById(session.getContext().getRealm(), possible));
    }

    /** The app with that client id. */
    public static Optional<ClientModel> client(RealmModel realm, @Nullable String clientId) {
        return Optional.ofNullable(clientId).filter(Lookups::isPossible).map(realm::getClientByClientId);
    }

    /** Whether anything could have that name, or hold that text on one line. */
    public static boolean isPossible(String name) {
        return name.chars().noneMatch(Character::isISOControl);
    }
}
