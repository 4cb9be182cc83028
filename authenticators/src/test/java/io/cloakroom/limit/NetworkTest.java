package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void an_ipv4_address_is_its_own_network() {
        assertThat(Network.ofHost("192.0.2.1")).isNotEqualTo(Network.ofHost("192.0.2.2"));
    }

    @Test
    void an_ipv6_customer_is_one_network_however_it_is_written() {
        assertThat(Network.ofHost("2001:db8:1:2::1"))
                .isEqualTo(Network.ofHost("2001:0DB8:0001:0002:ffff:ffff:ffff:ffff"))
                .isEqualTo(Network.ofHost("[2001:db8:1:2::3]"))
                .isEqualTo(Network.ofHost("2001:db8:1:2::4%eth0"))
                .isNotEqualTo(Network.ofHost("2001:db8:1:3::1"));
    }

    @Test
    void neighbouring_ipv6_customers_are_one_wide_network() {
        assertThat(Network.ofHost("2001:db8:1:2::1").wide())
                .isEqualTo(Network.ofHost("2001:db8:1:ffff::1").wide())
                .isNotEqualTo(Network.ofHost("2001:db8:2:2::1").wide());
    }

    @Test
    void all_that_an_ipv6_customer_may_hold_has_room_for_four_networks() {
        Budget budget = Budget.parse("3/5m,10/1h");
        assertThat(Network.ofHost("2001:db8:1:2::1").limits(Scope.MAIL_NETWORK, "", budget))
                .extracting(Limit::subject, limit -> limit.budget().notation())
                .containsExactly(
                        tuple("20010db800010002/64", "3/300s,10/3600s"), tuple("20010db80001/48", "12/300s,40/3600s"));
        assertThat(Network.ofHost("192.0.2.1").limits(Scope.ENTRY_NETWORK, "flow", budget))
                .containsExactly(new Limit(Scope.ENTRY_NETWORK, "flow 192.0.2.1", budget));
    }

    @Test
    void an_ipv4_address_in_ipv6_clothes_is_the_ipv4_address() {
        assertThat(Network.ofHost("::ffff:192.0.2.1")).isEqualTo(Network.ofHost("192.0.2.1"));
    }

    @Test
    void a_name_is_never_looked_up() {
        assertThat(Network.ofHost("client.invalid").exact()).isEqualTo("client.invalid");
    }
}
