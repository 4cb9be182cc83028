package io.cloakroom.ratelimit;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * How often a flow may be entered.
 *
 * @param realm by everybody together
 * @param client for one client
 * @param network by one network
 * @param pair by one network under one name: strict
 * @param name under one name, from wherever: generous, so that a stranger cannot use it up alone
 */
record EntryBudgets(Budget realm, Budget client, Budget network, Budget pair, Budget name) {

    private static final Setting<Budget> REALM = Budget.setting("entriesPerRealm", "12000/5m");
    private static final Setting<Budget> CLIENT = Budget.setting("entriesPerClient", "12000/5m");
    private static final Setting<Budget> NETWORK = Budget.setting("entriesPerNetwork", "1200/5m, 6000/1h");
    private static final Setting<Budget> PAIR = Budget.setting("entriesPerNameAndNetwork", "15/10m, 40/1h, 80/1d");
    private static final Setting<Budget> NAME = Budget.setting("entriesPerName", "60/10m, 120/1h, 320/1d");

    static final List<Setting<?>> SETTINGS = List.of(REALM, CLIENT, NETWORK, PAIR, NAME);

    static EntryBudgets from(@Nullable AuthenticatorConfigModel model) {
        return new EntryBudgets(REALM.in(model), CLIENT.in(model), NETWORK.in(model), PAIR.in(model), NAME.in(model));
    }

    /** What that entry counts against. Each flow counts for itself. */
    List<Limit> on(Entry entry) {
        Network from = entry.network();
        List<Limit> limits = new ArrayList<>(List.of(
                new Limit(Scope.ENTRY_REALM, entry.flow(), realm),
                new Limit(Scope.ENTRY_CLIENT, entry.flow() + " " + entry.client(), client)));
        limits.addAll(from.limits(Scope.ENTRY_NETWORK, entry.flow(), network));
        if (!entry.name().isEmpty()) {
            limits.add(new Limit(Scope.ENTRY_PAIR, entry.flow() + " " + from.exact() + " " + entry.name(), pair));
            limits.add(new Limit(Scope.ENTRY_NAME, entry.flow() + " " + entry.name(), name));
        }
        return limits;
    }
}
