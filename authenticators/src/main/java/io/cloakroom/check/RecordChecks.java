package io.cloakroom.check;

import io.cloakroom.flow.ProviderIds;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.RealmModel;

/** What is told: to operators by events, to owners of accounts, to apps by tokens. */
final class RecordChecks implements Family {

    private static final Check EVENTS = new Check(
            "events",
            Level.WARNING,
            "What became of a mail, and why a proof was refused, is told by events and by nothing else: people are told nothing.",
            "Realm settings, Events, User events settings, Save events: on.");

    private static final Check ADMIN_EVENTS = new Check(
            "admin-events",
            Level.NOTE,
            "Who had a sign-in link made for whom is told by admin events only.",
            "Realm settings, Events, Admin events settings, Save events: on.");

    private static final Check RECOVERY_ALERT = new Check(
            "recovery-alert",
            Level.NOTE,
            "Owners learn of a recovery under way in their sessions, too. An error where the waiting time is switched on: it rests on"
                    + " that.",
            "Authentication, Required actions, Cloakroom: tell of a recovery: enabled.");

    private static final Check AMR = new Check(
            "amr-mapper",
            Level.NOTE,
            "Keycloak's own amr cannot tell a code from a link or a passkey. Apps that want to know need Cloakroom's mapper.",
            "Client scopes, a scope that your apps have, Add mapper, By configuration: Cloakroom: authentication methods (amr).");

    @Override
    public List<Check> checks() {
        return List.of(EVENTS, ADMIN_EVENTS, RECOVERY_ALERT, AMR);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        RealmModel realm = situation.realm();
        Stream.Builder<Finding> findings = Stream.builder();
        if (!realm.isEventsEnabled()) {
            findings.add(EVENTS.found("User events are not saved."));
        }
        if (!realm.isAdminEventsEnabled()) {
            findings.add(ADMIN_EVENTS.found("Admin events are not saved."));
        }
        if (!PasskeyChecks.isEnabled(realm, ProviderIds.RECOVERY_ALERT)) {
            findings.add(RECOVERY_ALERT.found(
                    hasWaitingTime(situation) ? Level.ERROR : Level.NOTE,
                    "The required action '" + ProviderIds.RECOVERY_ALERT + "' is not enabled."));
        }
        if (!hasMapper(realm)) {
            findings.add(AMR.found("No client scope and no client has the mapper."));
        }
        return findings.build();
    }

    private static boolean hasWaitingTime(Situation situation) {
        return situation.flows().stream().anyMatch(bound -> bound.flow().has(ProviderIds.DELAYED_RECOVERY));
    }

    private static boolean hasMapper(RealmModel realm) {
        return Stream.concat(realm.getClientScopesStream(), realm.getClientsStream())
                .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                .anyMatch(mapper -> ProviderIds.AMR_MAPPER.equals(mapper.getProtocolMapper()));
    }
}
