package io.cloakroom.check;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What is looked at.
 *
 * @param session of the request
 * @param realm the realm
 * @param server what the realm runs on
 * @param flows what people can enter
 * @param sight what the administrator may see
 */
record Situation(KeycloakSession session, RealmModel realm, Server server, List<BoundFlow> flows, Sight sight) {

    static Situation of(KeycloakSession session, Sight sight) {
        RealmModel realm = session.getContext().getRealm();
        return new Situation(session, realm, Server.of(session), new Bindings(session, sight).all(), sight);
    }
}
