package io.cloakroom.recovery;

import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param newPasskey whether somebody has to add a passkey who has come back
 */
record RecoverAccountConfig(NewPasskey newPasskey) {

    private static final Setting<NewPasskey> NEW_PASSKEY = Setting.choice("newPasskey", NewPasskey.OFFER);

    static final List<Setting<?>> SETTINGS = List.of(NEW_PASSKEY);

    static RecoverAccountConfig from(@Nullable AuthenticatorConfigModel model) {
        return new RecoverAccountConfig(NEW_PASSKEY.in(model));
    }

    /** What is done about a new passkey. */
    enum NewPasskey {
        OFFER,
        REQUIRE
    }
}
