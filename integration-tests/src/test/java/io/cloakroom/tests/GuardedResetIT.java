package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Accounts;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** Keycloak's way to reset a password, and its registration, with our budgets and our mail. */
class GuardedResetIT extends CloakroomIT {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/action-token\\?\\S+");
    private static final Map<String, String> TIGHT = Map.of("mailsPerAddressAndNetwork", "2/1h");
    private static final String RITA = "rita@example.com";

    @Test
    void the_mailed_link_resets_the_password_and_signs_in() {
        TestRealm realm = guarded("reset-guarded", Map.of(), representation -> {});
        realm.user(RITA, user -> user.setCredentials(List.of(Credentials.password("forgotten"))));

        Screen asked = ask(browser, realm, RITA);

        assertThat(asked.page().notice()).contains("You should receive an email shortly");
        Screen changing = asked.with(browser.get(link(RITA)));
        Screen changed = changing.submit(changing.page()
                .form("kc-passwd-update-form")
                .with("password-new", "remembered")
                .with("password-confirm", "remembered"));
        assertThat(changed.signedIn().idToken().email()).isEqualTo(RITA);
        assertThat(realm.events().ofType("SEND_RESET_PASSWORD")).hasSize(1);
        assertThat(realm.events().ofType("UPDATE_PASSWORD")).hasSize(1);
    }

    @Test
    void every_kind_of_account_gets_the_strangers_answers_and_only_members_get_mail() {
        TestRealm realm = guarded("reset-alike", TIGHT, representation -> {});
        Map<String, String> kinds = Accounts.create(realm);
        for (String ask : List.of("first", "second", "one too many")) {
            Map<String, String> answers = new LinkedHashMap<>();
            kinds.forEach((kind, name) -> answers.put(
                    kind,
                    Fingerprint.of(
                            ask(Browser.at("10.72.0.1"), realm, name).page().exchange(), name)));
            answers.forEach(
                    (kind, answer) -> assertThat(answer).as(kind + ", " + ask).isEqualTo(answers.get("stranger")));
        }
        Patience.until("two mails to a member", () -> Inbox.of(Accounts.PLAIN).count() == 2);
        assertThat(Inbox.of(Accounts.STRANGER).count()).isZero();
        assertThat(Inbox.of(Accounts.DISABLED).count()).isZero();
    }

    @Test
    void a_mail_server_that_is_slow_or_gone_changes_nothing() throws IOException {
        try (FaultySmtp smtp = FaultySmtp.slow(Duration.ofSeconds(5))) {
            TestRealm realm = guarded(
                    "reset-slow",
                    Map.of(),
                    representation -> representation.getSmtpServer().put("port", "" + smtp.port()));
            realm.user(RITA);
            long start = System.nanoTime();

            Page page = ask(browser, realm, RITA).page();

            assertThat(page.notice()).contains("You should receive an email shortly");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void too_many_mails_are_refused_with_what_was_typed_still_there() {
        TestRealm realm = guarded("reset-limited", TIGHT, representation -> {});
        ask(Browser.at("10.72.1.1"), realm, RITA);
        ask(Browser.at("10.72.1.1"), realm, RITA.toUpperCase(Locale.ROOT));

        Page refused = ask(Browser.at("10.72.1.1"), realm, RITA).page();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.error()).contains("Too many emails");
        assertThat(refused.form("kc-reset-password-form").values()).containsEntry("username", RITA);
        assertThat(ask(Browser.at("10.72.1.2"), realm, RITA).page().status()).isEqualTo(200);
    }

    /** Two posts of one login share its notes: the one that is refused must not say whom the other one mails. */
    @Test
    void a_name_that_is_refused_gets_no_mail_by_the_permit_of_another_one() throws Exception {
        TestRealm realm = guarded("reset-at-once", TIGHT, representation -> {});
        realm.user(RITA);
        ask(Browser.at("10.72.4.1"), realm, RITA);
        ask(Browser.at("10.72.4.1"), realm, RITA);
        for (int i = 0; i < 15; i++) {
            Browser one = Browser.at("10.72.4.1");
            Form form = one.open(DemoApp.of(realm.issuer())::screen)
                    .click("#cloakroom-to-recovery")
                    .page()
                    .form("kc-reset-password-form");
            AtOnce.send(List.of(
                    AtOnce.post(one.tab(), form.with("username", "stranger-" + i + "@example.com")),
                    AtOnce.post(one.tab(), form.with("username", RITA))));
        }
        realm.user("later@example.com");
        ask(Browser.create(), realm, "later@example.com");
        Inbox.of("later@example.com").awaitMail();

        assertThat(Inbox.of(RITA).count()).isEqualTo(2);
    }

    @Test
    void keycloaks_own_mail_still_goes_out_behind_the_guarded_page() {
        TestRealm realm = realms.copy("reset-half", representation -> {
            Flow.of(representation, "half guarded")
                    .required("cloakroom-reset-choose-user", TIGHT)
                    .required("reset-credential-email")
                    .required("reset-password");
            representation.setResetCredentialsFlow("half guarded");
        });
        realm.user(RITA);

        ask(browser, realm, RITA);

        assertThat(link(RITA).toString()).contains("key=");
    }

    @Test
    void the_guarded_mail_goes_out_behind_keycloaks_own_page_within_its_budgets() {
        TestRealm realm = realms.copy("reset-other-half", representation -> {
            Flow.of(representation, "other half guarded")
                    .required("reset-credentials-choose-user")
                    .required("cloakroom-reset-email", TIGHT)
                    .required("reset-password");
            representation.setResetCredentialsFlow("other half guarded");
        });
        realm.user(RITA);
        ask(Browser.at("10.72.2.1"), realm, RITA);
        ask(Browser.at("10.72.2.1"), realm, RITA);

        Page refused = ask(Browser.at("10.72.2.1"), realm, RITA).page();

        assertThat(refused.status()).isEqualTo(429);
        Patience.until("both mails are there", () -> Inbox.of(RITA).count() == 2);
        assertThat(link(RITA).toString()).contains("key=");
    }

    @Test
    void the_registration_form_can_be_posted_so_often() {
        TestRealm realm = realms.copy("registration-guarded", representation -> {
            Flow.of(representation, "guarded registration")
                    .registrationForm(
                            "guarded form",
                            form -> form.required(
                                    "cloakroom-registration-user-creation", Map.of("registrationsPerNetwork", "2/1h")));
            representation.setRegistrationFlow("guarded registration");
        });
        realm.user(RITA);
        assertThat(register("10.72.3.1", realm, RITA).error()).contains("Email already exists");
        assertThat(register("10.72.3.1", realm, "one@example.com").hasLeft()).isTrue();

        Page refused = register("10.72.3.1", realm, RITA);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.exchange().header("Retry-After")).isPresent();
        assertThat(refused.document().text())
                .contains("Too many tries. Try again in")
                .doesNotContain("already exists");
        assertThat(refused.form("kc-register-form").values()).containsEntry("firstName", "Reg");
        assertThat(register("10.72.3.2", realm, "two@example.com").hasLeft()).isTrue();
        assertThat(realm.events().withDetail("cloakroom_reason", "limited")).hasSize(1);
    }

    private TestRealm guarded(String name, Map<String, String> budgets, Consumer<RealmRepresentation> tweak) {
        return realms.copy(name, representation -> {
            Flow.of(representation, "guarded reset")
                    .required("cloakroom-reset-choose-user", budgets)
                    .required("cloakroom-reset-email", Map.of("force-login", "false"))
                    .required("reset-password");
            representation.setResetCredentialsFlow("guarded reset");
            tweak.accept(representation);
        });
    }

    private static Screen ask(Browser browser, TestRealm realm, String name) {
        Screen page = browser.open(DemoApp.of(realm.issuer())::screen).click("#cloakroom-to-recovery");
        return page.submit(page.page().form("kc-reset-password-form").with("username", name));
    }

    private static Page register(String network, TestRealm realm, String address) {
        Screen page =
                Browser.at(network).open(DemoApp.of(realm.issuer())::screen).click("#cloakroom-to-sign-up");
        return page.submit(page.page()
                        .form("kc-register-form")
                        .with("email", address)
                        .with("firstName", "Reg")
                        .with("lastName", "Istered"))
                .page();
    }

    private static URI link(String address) {
        Matcher link = LINK.matcher(Inbox.of(address).awaitMail().text());
        assertThat(link.find()).isTrue();
        return URI.create(link.group());
    }
}
