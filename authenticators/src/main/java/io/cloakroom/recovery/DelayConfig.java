package io.cloakroom.recovery;

import io.cloakroom.flow.Setting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param delay how long an owner has to stop it
 */
record DelayConfig(Duration delay) {

    private static final Setting<Duration> DELAY =
            Setting.seconds("delay", Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(30));

    static final List<Setting<?>> SETTINGS = List.of(DELAY);

    static DelayConfig from(@Nullable AuthenticatorConfigModel model) {
        return new DelayConfig(DELAY.in(model));
    }
}
