package io.cloakroom.install;

import io.cloakroom.install.Change.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Takes our flows out of a realm, and binds what was bound before them. What somebody has changed stays. */
public final class Removal {

    private final RealmModel realm;
    private final Definition definition = Definition.read();
    private final RealmFlows flows;
    private final KeptFlows kept;
    private final Uses uses;
    private final Memory memory;
    private final Rights rights;
    private final Report report = new Report();

    private Removal(KeycloakSession session, RealmModel realm, Rights rights) {
        this.realm = realm;
        this.rights = rights;
        this.flows = new RealmFlows(session, realm);
        this.kept = new KeptFlows(realm, flows);
        this.uses = new Uses(session, realm, rights);
        this.memory = Memory.of(realm);
    }

    /**
     * Does it, in the transaction of the session.
     *
     * @throws FlowsInUse if somebody would be left without a flow; the transaction must not be committed then
     */
    public static Report run(KeycloakSession session, RealmModel realm, Rights rights) {
        return new Removal(session, realm, rights).run();
    }

    private Report run() {
        List<AuthenticationFlowModel> present = definition.flows().stream()
                .flatMap(wanted -> flows.topLevel(wanted.alias()).stream())
                .toList();
        restoreBindings(present);
        removeFlows(present);
        List<AuthenticationFlowModel> left = flows.all().stream()
                .filter(flow -> flow.isTopLevel() && flows.hasOurSteps(flow))
                .toList();
        new RequiredActions(realm, definition, memory, report).remove(!left.isEmpty());
        new AmrClaim(realm, definition, memory, report, rights).remove();
        left.forEach(this::warn);
        memory.forget();
        return report;
    }

    private void restoreBindings(List<AuthenticationFlowModel> present) {
        Set<String> ours = new HashSet<>();
        present.forEach(flow -> ours.add(flow.getId()));
        for (Slot slot : Slot.values()) {
            slot.bound(realm)
                    .filter(flow -> ours.contains(flow.getId()) || memory.isKept(flow.getId()))
                    .ifPresent(flow -> restore(slot, flow, ours));
        }
    }

    private void restore(Slot slot, AuthenticationFlowModel bound, Set<String> ours) {
        Optional<AuthenticationFlowModel> before =
                memory.before(slot).filter(id -> !ours.contains(id)).map(realm::getAuthenticationFlowById);
        AuthenticationFlowModel next = before.or(() -> flows.topLevel(slot.stock()))
                .orElseThrow(() -> new FlowsInUse(List.of("the realm (" + slot.label() + ")")));
        slot.bind(realm, next);
        String whose = before.isPresent() ? "as before" : "Keycloak's own; nobody knows what was there before";
        report.binding(slot, Kind.BOUND, "'" + next.getAlias() + "', " + whose + "; was '" + bound.getAlias() + "'");
    }

    private void removeFlows(List<AuthenticationFlowModel> present) {
        List<String> standing = new ArrayList<>();
        for (AuthenticationFlowModel flow : present) {
            String sharers = flows.sharers(flow);
            if (!isOurs(flow)) {
                keep(flow, "changed by somebody");
            } else if (!sharers.isEmpty()) {
                keep(flow, "which shares a sub-flow with " + sharers);
            } else if (uses.of(flow).isEmpty()) {
                flows.remove(flow);
                report.flow(flow, Kind.REMOVED, "");
            } else {
                standing.add("'" + flow.getAlias() + "' by " + String.join(", ", uses.of(flow)));
            }
        }
        if (!standing.isEmpty()) {
            throw new FlowsInUse(standing);
        }
    }

    private void keep(AuthenticationFlowModel flow, String why) {
        String plain = flow.getAlias();
        report.flow(kept.rename(flow), Kind.KEPT, "was '" + plain + "', " + why);
    }

    private boolean isOurs(AuthenticationFlowModel flow) {
        FlowTree found = flows.read(flow);
        return memory.left(found)
                || definition.flows().stream()
                        .anyMatch(wanted -> wanted.fingerprint().equals(found.fingerprint()));
    }

    private void warn(AuthenticationFlowModel flow) {
        List<String> users = uses.of(flow);
        report.warn("'" + flow.getAlias() + "' has steps of ours, which end with the JARs"
                + (users.isEmpty() ? "" : ": it is used by " + String.join(", ", users)));
    }
}
