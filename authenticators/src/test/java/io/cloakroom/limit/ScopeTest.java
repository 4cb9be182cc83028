package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeTest {

    /** They are hashed into what is stored: another word would give back every permit that is out. */
    @Test
    void ids_stay_what_they_are() {
        assertThat(Stream.of(Scope.values()).map(Scope::id))
                .contains("mail-realm", "mail-pair", "mail-first", "guess-address", "proof-spent", "proof-denied")
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void what_is_only_asked_who_comes_first_refuses_nobody() {
        assertThat(Stream.of(Scope.values()).filter(scope -> !scope.refuses()).map(Scope::id))
                .containsExactlyInAnyOrder(
                        "mail-first",
                        "proof-first-guess",
                        "proof-replaced",
                        "proof-spent",
                        "proof-denied",
                        "proof-denial",
                        "proof-login");
    }
}
