package io.cloakroom.signup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a stranger posts is kept in the login for a while, so it is no more than a sign-up can need. */
class WishTest {

    private static final Set<String> KNOWN = Set.of("email", "firstName");

    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    @Test
    void a_box_is_ticked_or_not_whatever_is_posted_for_it() {
        form.put("termsAccepted", Collections.nCopies(75, "x".repeat(130_000)));

        Wish wish = Wish.of(form, KNOWN);

        assertThat(wish.acceptsTerms()).isTrue();
        assertThat(wish.fields()).isEqualTo(Map.of("termsAccepted", List.of("on")));
        assertThat(wish.isTooMuch()).isFalse();
    }

    @Test
    void what_the_profile_does_not_know_is_dropped() {
        form.putSingle("isAdmin", "true");

        assertThat(Wish.of(form, KNOWN).fields()).isEmpty();
    }

    @Test
    void very_many_values_are_too_much_and_so_are_very_long_ones() {
        form.put("firstName", Collections.nCopies(200, " "));
        assertThat(Wish.of(form, KNOWN).isTooMuch()).isFalse();

        form.put("firstName", Collections.nCopies(201, " "));
        assertThat(Wish.of(form, KNOWN).isTooMuch()).isTrue();

        form.put("firstName", List.of("x".repeat(16_384)));
        assertThat(Wish.of(form, KNOWN).isTooMuch()).isFalse();

        form.put("firstName", List.of("x".repeat(16_384), "x"));
        assertThat(Wish.of(form, KNOWN).isTooMuch()).isTrue();
    }
}
