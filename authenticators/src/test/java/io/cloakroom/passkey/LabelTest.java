package io.cloakroom.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void a_passkey_is_called_by_its_browser() {
        assertThat(Label.free("Firefox, Linux", Set.of())).isEqualTo("Firefox, Linux");
        assertThat(Label.free("Firefox, Linux", Set.of("chrome, linux"))).isEqualTo("Firefox, Linux");
    }

    /** Keycloak refuses a passkey whose name another one of the account has. */
    @Test
    void the_next_one_of_the_same_browser_has_a_number() {
        assertThat(Label.free("Firefox, Linux", Set.of("firefox, linux"))).isEqualTo("Firefox, Linux 2");
        assertThat(Label.free("Firefox, Linux", Set.of("firefox, linux", "firefox, linux 2")))
                .isEqualTo("Firefox, Linux 3");
    }
}
