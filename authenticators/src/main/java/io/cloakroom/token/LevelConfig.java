package io.cloakroom.token;

import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param level what two factors are worth
 * @param least what any login is worth that comes here, 0 where the flow's conditions say so
 */
record LevelConfig(int level, int least) {

    private static final Setting<Integer> LEVEL = Setting.number(
            new Setting.Text(
                    "level",
                    "Level of two factors",
                    "The level of authentication (LoA) that a passkey, or two factors of which the second is no email, are"
                            + " worth. It should be that of the level condition behind the step."),
            2,
            1,
            1000);

    private static final Setting<Integer> LEAST = Setting.number(
            new Setting.Text(
                    "least",
                    "Level of any login",
                    "The level of authentication (LoA) that a login is worth in any case when it comes to this step. 0: what the"
                            + " flow's level conditions say. Sign-up and recovery have no such conditions, because a session"
                            + " would let somebody skip what stands under one."),
            0,
            0,
            1000);

    static final List<Setting<?>> SETTINGS = List.of(LEVEL, LEAST);

    static LevelConfig from(@Nullable AuthenticatorConfigModel model) {
        return new LevelConfig(LEVEL.in(model), LEAST.in(model));
    }
}
