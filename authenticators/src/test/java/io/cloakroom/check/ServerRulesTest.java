package io.cloakroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules say of servers, their versions, their mail servers and their domains. */
class ServerRulesTest {

    /** The proxy: proxy-headers, proxy-trusted-addresses, and what the request came with. */
    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/, true, //, ''",
        "https://id.example.com/, true, xforwarded/10.0.0.1/X-Forwarded-For, ''",
        "https://id.example.com/, true, forwarded/10.0.0.1/X-Forwarded-For Forwarded, ''",
        "https://id.example.com/, false, //, hostname error",
        "http://localhost:8080/, false, //, hostname note",
        "http://id.example.com/, true, //, https error",
        "https://id.example.com/, true, //X-Forwarded-For, proxy error",
        "https://id.example.com/, true, //Forwarded, proxy error",
        "https://id.example.com/, true, forwarded/10.0.0.1/X-Forwarded-For, proxy error",
        "https://id.example.com/, true, xforwarded//X-Forwarded-For, proxy-trust warning"
    })
    void the_servers_own_options(URI base, boolean isFixed, String proxy, String expected) {
        String[] parts = proxy.split("/", -1);
        Set<String> sent = parts[2].isEmpty()
                ? Set.of()
                : Arrays.stream(parts[2].split(" ")).collect(Collectors.toSet());

        Server server = new Server("26.7.5", base, isFixed, parts[0], parts[1], sent, true);

        assertThat(words(ServerChecks.of(server))).isEqualTo(expected);
    }

    @Test
    void metrics_that_are_off_are_worth_a_note() {
        Server blind = new Server("26.7.5", URI.create("https://a.example/"), true, "", "", Set.of(), false);

        assertThat(words(ServerChecks.of(blind))).isEqualTo("metrics note");
    }

    @ParameterizedTest
    @CsvSource({
        "26.7.5, ''",
        "26.7.5.redhat-00001, ''",
        "26.7.4, keycloak-advisories warning",
        "26.6.4, keycloak-version error;keycloak-advisories warning",
        "26.7.6, keycloak-version note",
        "27.0.0, keycloak-version note",
        "999.0.0-SNAPSHOT, keycloak-version note",
        "UNKNOWN, keycloak-version note"
    })
    void versions(String version, String expected) {
        assertThat(words(VersionChecks.of(version))).isEqualTo(expected);
    }

    @Test
    void the_advisories_of_a_version_are_named_with_what_ends_them() {
        assertThat(VersionChecks.of("26.7.4").map(Finding::found))
                .containsExactly(
                        "Keycloak 26.7.4 runs here. Known: CVE-2026-9798 (fixed in 26.7.5), CVE-2026-16103 (fixed in"
                                + " 26.7.5).");
    }

    @ParameterizedTest
    @CsvSource({
        "host=localhost connectionTimeout=3000, ''",
        "host=mail.example.com ssl=true connectionTimeout=3000, ''",
        "host=mail.example.com starttls=true connectionTimeout=3000 timeout=15000, ''",
        "host=mail.example.com starttls=false connectionTimeout=3000, smtp-encryption warning",
        "host=localhost, smtp-connection-timeout note",
        "host=localhost connectionTimeout=6000, smtp-connection-timeout note",
        "host=localhost connectionTimeout=3000 timeout=2000, smtp-timeout warning"
    })
    void mail_servers(String settings, String expected) {
        Map<String, String> smtp = Arrays.stream(settings.split(" "))
                .map(setting -> setting.split("="))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));

        assertThat(words(MailServerChecks.of(smtp))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ", passkey-rp-id note",
        "example.com, ''",
        "ID.example.com, ''",
        "ample.com, passkey-rp-id-host error",
        "login.id.example.com, passkey-rp-id-host error"
    })
    void domains_of_passkeys(String relyingParty, String expected) {
        assertThat(words(PasskeyChecks.ofDomain("Policy", relyingParty, "id.example.com")))
                .isEqualTo(expected);
    }

    private static String words(Stream<Finding> findings) {
        return findings.map(finding -> finding.check() + " " + finding.level().id())
                .collect(Collectors.joining(";"));
    }
}
