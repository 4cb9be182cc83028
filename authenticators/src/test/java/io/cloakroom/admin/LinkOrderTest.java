package io.cloakroom.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.admin.LinkOrder.Delivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused answers over HTTP, and is tested there. */
class LinkOrderTest {

    @Test
    void what_is_left_out_is_an_hour_and_the_mail() {
        LinkOrder order = LinkOrder.read("{\"user\": \"id\", \"client\": \"app\"}");

        assertThat(order.lifespan()).isEqualTo(Duration.ofHours(1));
        assertThat(order.delivery()).isEqualTo(Delivery.MAIL);
        assertThat(order.requiredActions()).isEmpty();
        assertThat(order.redirectUri()).isNull();
    }

    @Test
    void an_action_that_is_named_twice_is_asked_for_once() {
        LinkOrder order = LinkOrder.read(
                "{\"email\": \"a@b.example\", \"client\": \"app\", \"send\": false, \"requiredActions\": [\"B\", \"A\", \"B\"]}");

        assertThat(order.requiredActions()).containsExactly("B", "A");
        assertThat(order.delivery()).isEqualTo(Delivery.RETURN);
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 604_800})
    void the_bounds_are_within(long seconds) {
        assertThat(LinkOrder.read(with("\"lifespan\": " + seconds)).lifespan()).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static String with(String field) {
        return "{\"user\": \"id\", \"client\": \"app\", " + field + "}";
    }
}
