package io.cloakroom.install;

import io.cloakroom.flow.ClientProfiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Makes room under our names: what somebody else has there gets another name, and does what it did. */
final class KeptFlows {

    /** The setting of Keycloak's condition that names another flow. */
    private static final String NAMES_A_FLOW = "flow_to_check";

    /** As many characters has the column of an alias in Keycloak's database. */
    private static final int LONGEST_NAME = 255;

    private final RealmModel realm;
    private final RealmFlows flows;
    private final ClientProfiles profiles;

    KeptFlows(RealmModel realm, RealmFlows flows) {
        this.realm = realm;
        this.flows = flows;
        this.profiles = new ClientProfiles(realm);
    }

    /** Renames a top-level flow with all that is in it. Its id, and with it whatever is bound to it, stays. */
    AuthenticationFlowModel rename(AuthenticationFlowModel top) {
        List<AuthenticationFlowModel> all = flows.withAllBelow(top);
        String suffix = suffix(Stream.concat(
                all.stream().map(AuthenticationFlowModel::getAlias),
                flows.settingsBelow(top).stream().map(AuthenticatorConfigModel::getAlias)));
        rename(all, suffix);
        flows.settingsBelow(top).forEach(each -> rename(each, suffix));
        return realm.getAuthenticationFlowById(top.getId());
    }

    /** Renames that flow alone. */
    AuthenticationFlowModel renameAlone(AuthenticationFlowModel flow) {
        rename(List.of(flow), suffix(Stream.of(flow.getAlias())));
        return realm.getAuthenticationFlowById(flow.getId());
    }

    AuthenticatorConfigModel rename(AuthenticatorConfigModel settings) {
        rename(settings, suffix(Stream.of(settings.getAlias())));
        return settings;
    }

    /** Renames the flows, and whatever names them: conditions of any flow, since one may stand in two, and client profiles. */
    private void rename(List<AuthenticationFlowModel> renamed, String suffix) {
        Map<String, String> names = new HashMap<>();
        for (AuthenticationFlowModel flow : renamed) {
            names.put(flow.getAlias(), name(flow.getAlias(), suffix));
            flow.setAlias(name(flow.getAlias(), suffix));
            realm.updateAuthenticationFlow(flow);
        }
        for (AuthenticatorConfigModel each : flows.allSettings()) {
            String named = each.getConfig().get(NAMES_A_FLOW);
            if (names.containsKey(named)) {
                each.getConfig().put(NAMES_A_FLOW, names.get(named));
                realm.updateAuthenticatorConfig(each);
            }
        }
        profiles.rename(names);
    }

    private void rename(AuthenticatorConfigModel settings, String suffix) {
        settings.setAlias(name(settings.getAlias(), suffix));
        realm.updateAuthenticatorConfig(settings);
    }

    /** The day, and a number where a name with it is taken. Keycloak allows no brackets in names of flows. */
    private String suffix(Stream<String> names) {
        List<String> plain = names.toList();
        Set<String> taken = new HashSet<>();
        flows.all().forEach(flow -> taken.add(flow.getAlias()));
        flows.allSettings().forEach(settings -> taken.add(settings.getAlias()));
        String day = " kept " + LocalDate.ofInstant(Instant.ofEpochMilli(Time.currentTimeMillis()), ZoneOffset.UTC);
        String suffix = day;
        for (int i = 2; isTaken(plain, suffix, taken); i++) {
            suffix = day + " " + i;
        }
        return suffix;
    }

    private static boolean isTaken(List<String> names, String suffix, Set<String> taken) {
        return names.stream().anyMatch(name -> taken.contains(name(name, suffix)));
    }

    private static String name(String plain, String suffix) {
        int room = LONGEST_NAME - suffix.length();
        return plain.substring(0, Math.min(room, plain.length())) + suffix;
    }
}
