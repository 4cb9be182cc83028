package io.cloakroom.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewRealmsTest {

    @Test
    void takes_what_the_docs_name() {
        assertThat(NewRealms.of("off")).isEqualTo(NewRealms.OFF);
        assertThat(NewRealms.of("install")).isEqualTo(NewRealms.INSTALL);
        assertThat(NewRealms.of("bind")).isEqualTo(NewRealms.BIND);
    }

    /** A server that starts with a slip would make realms without our flows, and nobody would know why. */
    @ParameterizedTest
    @ValueSource(strings = {"", "on", "true", "Bind", "bind "})
    void anything_else_keeps_the_server_from_starting_and_is_named(String option) {
        assertThatThrownBy(() -> NewRealms.of(option))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("new-realms", "off", "install", "bind");
    }
}
