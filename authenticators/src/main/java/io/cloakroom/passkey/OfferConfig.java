package io.cloakroom.passkey;

import io.cloakroom.flow.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * What an administrator may change about the offer.
 *
 * @param snooze for how long "not now" is respected
 */
record OfferConfig(Duration snooze) {

    private static final Setting<Duration> SNOOZE =
            Setting.seconds("snooze", Duration.ofDays(30), Duration.ofMinutes(1), Duration.ofDays(3650));

    static final List<Setting<?>> SETTINGS = List.of(SNOOZE);

    static OfferConfig of(RequiredActionContext context) {
        return from(Optional.ofNullable(context.getConfig())
                .map(RequiredActionConfigModel::getConfig)
                .orElse(Map.of()));
    }

    static OfferConfig from(Map<String, String> stored) {
        return new OfferConfig(SNOOZE.of(stored));
    }
}
