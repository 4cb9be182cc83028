package io.cloakroom.install;

import io.cloakroom.install.Change.Kind;
import io.cloakroom.install.Change.What;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.AuthenticationFlowModel;

/** What became of a realm, thing by thing, and what its administrator has to see to. */
public final class Report {

    private final List<Change> changes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Report() {}

    /** In the order in which it was done. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** What nobody but the administrator can see to. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    void flow(AuthenticationFlowModel flow, Kind kind, String note) {
        changes.add(
                new Change(What.FLOW, flow.getAlias(), kind, note, List.of("authentication", "flows", flow.getId())));
    }

    void binding(Slot slot, Kind kind, String note) {
        changes.add(new Change(What.BINDING, slot.label(), kind, note, List.of()));
    }

    void add(Change change) {
        changes.add(change);
    }

    void warn(String warning) {
        warnings.add(warning);
    }
}
