package io.cloakroom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "  ada@example.com\t",
                "ADA@Example.COM",
                "\uFF41\uFF44\uFF41\uFF20\uFF45\uFF58\uFF41\uFF4D\uFF50\uFF4C\uFF45\uFF0E\uFF43\uFF4F\uFF4D",
                "ada@example\u3002com"
            })
    void spellings_of_one_address_are_equal(String spelling) {
        assertThat(Address.parse(spelling)).contains(address("ada@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "m\u0131ke@example.com, mike@example.com",
        "mi\u212Ae@example.com, mike@example.com",
        "stra\u00DFe@example.com, strasse@example.com",
        "\uFB01nn@example.com, finn@example.com",
        "\u0430da@example.com, ada@example.com",
        "ad\u00E1@example.com, ada@example.com",
        "ada+x@example.com, ada@example.com",
        "a.da@example.com, ada@example.com",
        "ada@example.com, ada@example.org",
        "\u212B@example.com, \u00E5@example.com"
    })
    void unequal_addresses_never_match_one_another(String one, String other) {
        assertThat(address(one)).isNotEqualTo(address(other));
    }

    @Test
    void a_domain_is_the_same_in_unicode_and_in_punycode() {
        assertThat(address("ada@B\u00FCcher.example")).isEqualTo(address("ada@xn--bcher-kva.example"));
        assertThat(address("ada@xn--bcher-kva.example").unicode()).isEqualTo("ada@b\u00FCcher.example");
    }

    @Test
    void a_domain_that_idna_would_turn_into_another_one_is_refused() {
        assertThat(Address.parse("ada@stra\u00DFe.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mi\u212Ae@example.com, mike@example.com",
        "\uFB01nn@example.com, finn@example.com",
        "\u212B@example.com, \u00E5@example.com"
    })
    void compatible_spellings_share_a_limit_although_they_are_not_equal(String one, String other) {
        assertThat(address(one).limitKey()).isEqualTo(address(other).limitKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ada",
                "@example.com",
                "ada@",
                "ada@@example.com",
                "ada@example.com@example.com",
                "ada@example.com,bob@example.com",
                "ada@example.com;bob@example.com",
                "ada@example.com bob@example.com",
                "Ada <ada@example.com>",
                "<ada@example.com>",
                "\"ada\"@example.com",
                "ada(comment)@example.com",
                "ada@example.com\r\nBcc: bob@example.com",
                "ada@example.com\nbob",
                "ada\u0000@example.com",
                "ada\u200B@example.com",
                "ada\u202E@example.com",
                "ada\u00A0x@example.com",
                "ada\u2028@example.com",
                "ada@example..com",
                "ada@.example.com",
                "ada@example.com.",
                "ada@-example.com",
                "ada@exa_mple.com",
                "ada@127.0.0.1",
                "ada@[127.0.0.1]",
                "ada@[IPv6:::1]",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "ada\\@example.com",
                "ada@xn--a\u00E4.example"
            })
    void what_is_not_exactly_one_plain_address_is_refused(String input) {
        assertThat(Address.parse(input)).isEmpty();
    }

    @Test
    void length_is_bounded_as_smtp_bounds_it() {
        assertThat(Address.parse("a".repeat(64) + "@example.com")).isPresent();
        assertThat(Address.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(Address.parse("a@" + "b".repeat(63) + ".com")).isPresent();
        assertThat(Address.parse("a@" + "b".repeat(64) + ".com")).isEmpty();
        assertThat(Address.parse("a@" + "b.".repeat(120) + "example.com")).isPresent();
        assertThat(Address.parse("a@" + "b.".repeat(121) + "example.com")).isEmpty();
        assertThat(Address.parse("a".repeat(131_072))).isEmpty();
    }

    @Test
    void masking_shows_the_first_letter_and_the_domain() {
        assertThat(address("ada@example.com").masked()).isEqualTo("a•••@example.com");
    }

    @Test
    void a_log_line_never_shows_it() {
        assertThat(address("ada@example.com")).asString().doesNotContain("ada");
    }

    private static Address address(String typed) {
        return Address.parse(typed).orElseThrow();
    }
}
