package io.cloakroom.install;

import io.cloakroom.install.Change.Kind;
import io.cloakroom.install.Change.What;
import java.util.HashMap;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** Our required actions in a realm. Whatever an administrator has set at one of them stays. */
final class RequiredActions {

    private final RealmModel realm;
    private final Definition definition;
    private final Memory memory;
    private final Report report;

    RequiredActions(RealmModel realm, Definition definition, Memory memory, Report report) {
        this.realm = realm;
        this.definition = definition;
        this.memory = memory;
        this.report = report;
    }

    void install() {
        for (RequiredActionProviderRepresentation wanted : definition.requiredActions()) {
            RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(wanted.getAlias());
            if (present == null) {
                memory.make(wanted.getAlias());
                tell(Kind.CREATED, realm.addRequiredActionProvider(model(wanted)), "");
            } else {
                tell(Kind.UNCHANGED, present, present.isEnabled() ? "" : "is disabled in this realm, and stays so");
            }
        }
    }

    /** Those that we have registered go, unless a flow is left that needs them. */
    void remove(boolean areNeeded) {
        for (RequiredActionProviderRepresentation ours : definition.requiredActions()) {
            RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(ours.getAlias());
            if (present == null) {
                memory.unmake(ours.getAlias());
            } else {
                remove(present, areNeeded);
            }
        }
    }

    private void remove(RequiredActionProviderModel present, boolean areNeeded) {
        if (areNeeded) {
            tell(Kind.UNCHANGED, present, "a flow that stays has steps of ours");
        } else if (memory.made(present.getAlias())) {
            realm.removeRequiredActionProvider(present);
            memory.unmake(present.getAlias());
            tell(Kind.REMOVED, present, "");
        } else {
            tell(Kind.UNCHANGED, present, "was there before");
        }
    }

    private static RequiredActionProviderModel model(RequiredActionProviderRepresentation wanted) {
        RequiredActionProviderModel model = new RequiredActionProviderModel();
        model.setAlias(wanted.getAlias());
        model.setName(wanted.getName());
        model.setProviderId(wanted.getProviderId());
        model.setEnabled(wanted.isEnabled());
        model.setDefaultAction(wanted.isDefaultAction());
        model.setPriority(wanted.getPriority());
        model.setConfig(new HashMap<>());
        return model;
    }

    private void tell(Kind kind, RequiredActionProviderModel action, String note) {
        report.add(new Change(
                What.REQUIRED_ACTION,
                action.getAlias(),
                kind,
                note,
                List.of("authentication", "required-actions", action.getAlias())));
    }
}
