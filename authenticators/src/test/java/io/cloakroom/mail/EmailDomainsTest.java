package io.cloakroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatorConfigModel;

class EmailDomainsTest {

    @Test
    void all_may_where_nothing_is_set() {
        assertThat(EmailDomains.from(null).allow(at("example.com"))).isTrue();
        assertThat(EmailDomains.from(stored(Map.of("allowedDomains", " ", "blockedDomains", "")))
                        .allow(at("example.com")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        "Example.COM, true",
        "mail.example.com, false",
        "notexample.com, false",
        "example.com.evil.example, false",
        "com, false",
        "mail.example.org, true",
        "a.b.example.org, true",
        "example.org, false",
        "notexample.org, false",
        "bücher.example, true",
        "BÜCHER.example, true",
        "xn--bcher-kva.example, true",
        "bucher.example, false",
        "ｅｘａｍｐｌｅ．ｃｏｍ, true"
    })
    void a_name_means_that_domain_and_an_asterisk_those_below(String domain, boolean listed) {
        String notation = " EXAMPLE.com , *.Example.org, bücher.example ,";

        assertThat(EmailDomains.from(stored(Map.of("allowedDomains", notation))).allow(at(domain)))
                .isEqualTo(listed);
        assertThat(EmailDomains.from(stored(Map.of("blockedDomains", notation))).allow(at(domain)))
                .isEqualTo(!listed);
    }

    @Test
    void a_domain_in_both_lists_is_blocked() {
        EmailDomains domains = EmailDomains.from(
                stored(Map.of("allowedDomains", "example.com, *.example.com", "blockedDomains", "guests.example.com")));

        assertThat(domains.allow(at("example.com"))).isTrue();
        assertThat(domains.allow(at("staff.example.com"))).isTrue();
        assertThat(domains.allow(at("guests.example.com"))).isFalse();
        assertThat(domains.allow(at("old.guests.example.com"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "*example.com",
                "mail.*.com",
                "*.*.example.com",
                ".example.com",
                "example.com.",
                "example..com",
                "example.com; example.org",
                "example.com example.org",
                "ada@example.com",
                "@example.com",
                "https://example.com",
                "-example.com",
                "192.0.2.1",
                "straße.example"
            })
    void what_is_no_domain_is_refused_with_the_name_of_the_setting(String notation) {
        for (String key : new String[] {"allowedDomains", "blockedDomains"}) {
            assertThatThrownBy(() -> EmailDomains.from(stored(Map.of(key, "example.net, " + notation))))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("'" + key + "'")
                    .hasMessageContaining("*.example.com");
        }
    }

    @Test
    void commas_alone_are_no_domains_and_let_nobody_in() {
        assertThatThrownBy(() -> EmailDomains.from(stored(Map.of("allowedDomains", ", ,"))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'allowedDomains'");
    }

    private static Address at(String domain) {
        return Address.parse("ada@" + domain).orElseThrow();
    }

    private static AuthenticatorConfigModel stored(Map<String, String> values) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(values);
        return model;
    }
}
