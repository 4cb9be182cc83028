package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.CheckedRealm;
import io.cloakroom.tests.keycloak.CheckedRealm.Said;
import io.cloakroom.tests.keycloak.RecoveryRequests;
import io.cloakroom.tests.keycloak.StepSettings;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What the check finds only where two things of a realm do not go together, or where something of its clients is gone. */
class CheckCombinationsIT extends CloakroomIT {

    private static final String MAPPER = "cloakroom-amr-mapper";
    private static final String ALERT = "cloakroom-recovery-alert";

    @Test
    void strangers_are_to_sign_up_and_nobody_may_register() {
        assertThat(asked("check-closed", realm -> {
                            StepSettings.of(realm, "cloakroom-email-otp").set("unknownAddress", "sign-up");
                            realm.setRegistrationAllowed(false);
                        })
                        .findings())
                .contains("sign-up-closed warning");
    }

    @Test
    void a_recovery_waits_and_its_owner_is_not_told() {
        assertThat(asked("check-alert", realm -> {
                            RecoveryRequests.allow(realm);
                            realm.getRequiredActions().stream()
                                    .filter(action -> action.getAlias().equals(ALERT))
                                    .forEach(action -> action.setEnabled(false));
                        })
                        .findings())
                .contains("recovery-alert error");
    }

    @Test
    void no_token_says_how_somebody_signed_in() {
        assertThat(asked("check-amr", CheckCombinationsIT::withoutMapper).findings())
                .contains("amr-mapper note");
    }

    private Said asked(String name, Consumer<RealmRepresentation> change) {
        return new CheckedRealm(realms.copy(name, change)).ask();
    }

    private static void withoutMapper(RealmRepresentation realm) {
        realm.getClients().stream()
                .map(ClientRepresentation::getProtocolMappers)
                .filter(Objects::nonNull)
                .forEach(CheckCombinationsIT::removeOurs);
    }

    private static void removeOurs(List<ProtocolMapperRepresentation> mappers) {
        mappers.removeIf(mapper -> MAPPER.equals(mapper.getProtocolMapper()));
    }
}
