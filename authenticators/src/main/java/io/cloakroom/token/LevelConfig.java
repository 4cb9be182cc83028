package io.cloakroom.token;

import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param level what two factors are worth
 * @param minimumLevel what any login is worth that comes here, 0 where the flow's conditions say so
 */
record LevelConfig(int level, int minimumLevel) {

    private static final Setting<Integer> LEVEL = Setting.number("level", 2, 1, 1000);

    private static final Setting<Integer> MINIMUM_LEVEL = Setting.number("minimumLevel", 0, 0, 1000);

    static final List<Setting<?>> SETTINGS = List.of(LEVEL, MINIMUM_LEVEL);

    static LevelConfig from(@Nullable AuthenticatorConfigModel model) {
        return new LevelConfig(LEVEL.in(model), MINIMUM_LEVEL.in(model));
    }
}
