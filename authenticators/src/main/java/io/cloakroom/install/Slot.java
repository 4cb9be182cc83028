package io.cloakroom.install;

import java.util.Optional;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/** What a realm binds to a flow, of which we have one to offer. */
enum Slot {
    BROWSER("browser", "cloakroom browser", DefaultAuthenticationFlows.BROWSER_FLOW),
    REGISTRATION("registration", "cloakroom sign-up", DefaultAuthenticationFlows.REGISTRATION_FLOW),
    RESET_CREDENTIALS("reset credentials", "cloakroom recovery", DefaultAuthenticationFlows.RESET_CREDENTIALS_FLOW);

    private final String label;
    private final String ours;
    private final String stock;

    Slot(String label, String ours, String stock) {
        this.label = label;
        this.ours = ours;
        this.stock = stock;
    }

    /** What administrators call it. */
    String label() {
        return label;
    }

    /** The name of our flow for it. */
    String ours() {
        return ours;
    }

    /** The name of Keycloak's own flow for it. */
    String stock() {
        return stock;
    }

    /** The flow that the realm has for it now. */
    Optional<AuthenticationFlowModel> bound(RealmModel realm) {
        return Optional.ofNullable(
                switch (this) {
                    case BROWSER -> realm.getBrowserFlow();
                    case REGISTRATION -> realm.getRegistrationFlow();
                    case RESET_CREDENTIALS -> realm.getResetCredentialsFlow();
                });
    }

    void bind(RealmModel realm, AuthenticationFlowModel flow) {
        switch (this) {
            case BROWSER -> realm.setBrowserFlow(flow);
            case REGISTRATION -> realm.setRegistrationFlow(flow);
            case RESET_CREDENTIALS -> realm.setResetCredentialsFlow(flow);
        }
    }
}
