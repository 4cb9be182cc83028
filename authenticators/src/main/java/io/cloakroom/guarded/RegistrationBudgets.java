package io.cloakroom.guarded;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Network;
import io.cloakroom.limit.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * How often the registration form may be posted: each answer tells of other members' names and addresses, and makes an
 * account where it does not.
 *
 * @param realm by everybody together
 * @param network by one network
 */
record RegistrationBudgets(Budget realm, Budget network) {

    private static final Setting<Budget> REALM = Budget.setting("registrationsPerRealm", "3000/10m");
    private static final Setting<Budget> NETWORK = Budget.setting("registrationsPerNetwork", "20/10m, 60/1h");

    static final List<Setting<?>> SETTINGS = List.of(REALM, NETWORK);

    static RegistrationBudgets from(@Nullable AuthenticatorConfigModel model) {
        return new RegistrationBudgets(REALM.in(model), NETWORK.in(model));
    }

    List<Limit> on(Network from) {
        return Stream.concat(
                        Stream.of(new Limit(Scope.REGISTRATION_REALM, "", realm)),
                        from.limits(Scope.REGISTRATION_NETWORK, "", network).stream())
                .toList();
    }
}
