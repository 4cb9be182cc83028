package io.cloakroom.token;

import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param level what two factors are worth
 */
record LevelConfig(int level) {

    private static final Setting<Integer> LEVEL = Setting.number(
            new Setting.Text(
                    "level",
                    "Level of two factors",
                    "The level of authentication (LoA) that a passkey, or two factors of which the second is no email, are"
                            + " worth. It should be that of the level condition behind the step."),
            2,
            1,
            1000);

    static final List<Setting<?>> SETTINGS = List.of(LEVEL);

    static LevelConfig from(@Nullable AuthenticatorConfigModel model) {
        return new LevelConfig(LEVEL.in(model));
    }
}
