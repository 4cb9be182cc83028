package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.Metrics;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * Promise 5, read last, when all other stories have left their traces: no code and no unproven address in the log (ours
 * at TRACE), in events or in metrics.
 */
@Order(Integer.MAX_VALUE)
class QuietLogIT extends CloakroomIT {

    private static final String CODE = "(?<![A-Za-z0-9-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![A-Za-z0-9-])";

    private static final Pattern STOCK_REALM = Pattern.compile("realmName=\"[a-z-]*-stock[a-z-]*\"");

    @Test
    void nothing_that_was_mailed_or_typed_is_logged_counted_or_told() throws Exception {
        TestRealm realm = realms.copy("quiet");
        realm.user("discreet@example.com", user -> user.setEmailVerified(false));
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs("discreet@example.com");
        String code = Inbox.of("discreet@example.com").lastCode();
        CodePage wrong = page.enterWrong("QQQQ-QQQQ");
        browser.submit(wrong.form().with("resend", "on"));
        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("unproven@example.com");
        Inbox.of("unproven@example.com").awaitMail();

        assertThat(log()).doesNotContain(code, code.replace("-", ""), "QQQQ", "discreet@", "unproven@");
        assertThat(Metrics.of(keycloak).page())
                .doesNotContain(code, "discreet", "unproven")
                .contains("cloakroom_mails_total");
        assertThat(realm.events().all().stream().map(QuietLogIT::words))
                .isNotEmpty()
                .noneMatch(words -> words.contains("discreet@") || words.contains("unproven@") || words.contains(code));
    }

    @Test
    void the_whole_run_has_left_no_code_in_the_log_and_no_exception_of_ours() throws IOException {
        List<String> lines = log().lines().toList();

        assertThat(lines).noneMatch(line -> line.contains("io.cloakroom") && line.matches(".*" + CODE + ".*"));
        assertThat(lines)
                .noneMatch(line -> line.contains("LOGIN_ERROR")
                        && line.contains("@example.com")
                        && !line.contains("admin-cli")
                        // Keycloak's own form, shown or measured beside ours, logs what was typed.
                        && !STOCK_REALM.matcher(line).find());
        assertThat(ServerLog.of(keycloak.log()).exceptionsOfOurs()).isEmpty();
        assertThat(lines)
                .noneMatch(line -> line.contains("io.cloakroom.mail") && line.contains("could not be delivered"));
    }

    private static String words(EventRepresentation event) {
        return event.getError() + Objects.requireNonNullElse(event.getDetails(), Map.of());
    }

    private String log() throws IOException {
        return Files.readString(keycloak.log());
    }
}
