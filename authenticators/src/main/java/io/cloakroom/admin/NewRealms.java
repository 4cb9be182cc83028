package io.cloakroom.admin;

import io.cloakroom.install.Installation;
import io.cloakroom.install.Installation.Binding;
import io.cloakroom.install.Rights;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** What a realm gets when it comes into being. Realms that are there already are never touched. */
enum NewRealms {
    OFF,
    INSTALL,
    BIND;

    private static final Logger LOG = Logger.getLogger(NewRealms.class);

    /** Reads the server's option. */
    static NewRealms of(String option) {
        return Arrays.stream(values())
                .filter(value -> value.spelling().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The option new-realms takes "
                        + Arrays.stream(values()).map(NewRealms::spelling).collect(Collectors.joining(", "))));
    }

    private String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Watches for realms that come into being. */
    void register(KeycloakSessionFactory sessions) {
        if (this == OFF) {
            return;
        }
        sessions.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created && wants(created.getCreatedRealm())) {
                // What a realm file binds is its author's choice.
                Installation.run(
                        created.getKeycloakSession(),
                        created.getCreatedRealm(),
                        this == BIND ? Binding.WHERE_STOCK : Binding.NONE,
                        Rights.ALL);
                LOG.infof("Realm '%s' has our flows.", created.getCreatedRealm().getName());
            }
        });
    }

    /** Not the realm of the server's own administrators, nor one whose file brings flows under our names. */
    private static boolean wants(RealmModel realm) {
        return !Config.getAdminRealm().equals(realm.getName()) && !Installation.hasTraces(realm);
    }
}
