package io.cloakroom.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.mail.UnknownAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;

class MagicLinkConfigTest {

    @Test
    void nobody_signs_up_by_a_link() {
        assertThatThrownBy(() -> MagicLinkConfig.from(stored("sign-up")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'unknownAddress'")
                .hasMessageContaining("cloakroom-email-otp");
    }

    @Test
    void a_stranger_is_told_or_hears_nothing() {
        assertThat(MagicLinkConfig.from(null).reception().unknownAddress()).isEqualTo(UnknownAddress.NOTICE);
        assertThat(MagicLinkConfig.from(stored("silent")).reception().unknownAddress())
                .isEqualTo(UnknownAddress.SILENT);
    }

    private static AuthenticatorConfigModel stored(String unknownAddress) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(Map.of("unknownAddress", unknownAddress));
        return model;
    }
}
