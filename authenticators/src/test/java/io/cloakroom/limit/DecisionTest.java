package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void using_permits_lets_them_count() {
        Decision granted = new Decision.Granted(() -> done.add("kept"), () -> done.add("given back"));

        assertThat(granted.use()).isEmpty();
        assertThat(done).containsExactly("kept");
    }

    @Test
    void where_there_are_none_it_says_why() {
        Decision.Refused refused = new Decision.Refused(Scope.MAIL_PAIR, 60, true);

        assertThat(refused.use()).contains(refused);
    }

    @Test
    void of_two_decisions_both_are_used_or_none() {
        Decision.Granted one = new Decision.Granted(() -> done.add("one kept"), () -> done.add("one given back"));
        Decision.Granted other = new Decision.Granted(() -> done.add("other kept"), () -> done.add("other given back"));
        Decision.Refused refused = new Decision.Refused(Scope.MAIL_ADDRESS, 60, true);

        assertThat(one.and(other).use()).isEmpty();
        assertThat(one.and(refused).use()).contains(refused);

        assertThat(done).containsExactly("one kept", "other kept", "one given back");
    }
}
