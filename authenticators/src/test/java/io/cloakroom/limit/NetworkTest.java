package io.cloakroom.limit;

import static org.assertj.core.api.Assertions.assertThat;

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
    void an_ipv4_address_in_ipv6_clothes_is_the_ipv4_address() {
        assertThat(Network.ofHost("::ffff:192.0.2.1")).isEqualTo(Network.ofHost("192.0.2.1"));
    }

    @Test
    void a_name_is_never_looked_up() {
        assertThat(Network.ofHost("client.invalid").exact()).isEqualTo("client.invalid");
    }
}
