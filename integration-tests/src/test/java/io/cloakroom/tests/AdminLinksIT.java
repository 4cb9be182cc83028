package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Links that an administrator sends or hands out: they sign in once, through the flow that everybody goes through. */
class AdminLinksIT extends CloakroomIT {

    private static final String WELCOME = "http://localhost:8081/welcome";

    private final TestRealm realm = realms.copy("admin-links", AdminLinksIT::withDetails);
    private final AdminApi api = AdminApi.of(realm);
    private String token = "";

    @BeforeEach
    void an_administrator() {
        api.administrator("boss@example.com", "manage-users", "impersonation");
        token = api.tokenOf("boss@example.com");
    }

    @Test
    void sends_a_link_that_signs_in_and_lands_where_it_should() {
        realm.user("newcomer@example.com", user -> user.setEmailVerified(false));

        Answer answer = order(Map.of("email", "newcomer@example.com", "redirectUri", WELCOME, "lifespan", 172_800));
        Mail mail = Inbox.of("newcomer@example.com").awaitMail();
        LinkPage page = LinkPage.elsewhere(browser, mail.link());
        URI landing = page.submit().page().leftTo();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).containsOnlyKeys("expiresAt");
        assertThat(page.text()).contains("An administrator made this link", "n•••@example.com", "Demo app");
        assertThat(landing.toString()).startsWith(WELCOME + "?").doesNotContain("code=");
        assertThat(browser.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(stored("newcomer@example.com").isEmailVerified()).isTrue();
        assertThat(realm.events().withDetail("cloakroom_link", "returned")).isEmpty();
    }

    @Test
    void the_mail_says_who_sends_it_and_how_long_it_lives_in_the_language_of_its_reader() {
        realm.user("reader@example.com");
        realm.user("leser@example.com", user -> user.setAttributes(Map.of("locale", List.of("de"))));
        AdminApi french = api.sending("Accept-Language", "fr");
        french.order(token, Map.of("email", "reader@example.com", "client", "demo-app", "lifespan", 604_800));
        french.order(token, Map.of("email", "leser@example.com", "client", "demo-app"));

        Mail english = Inbox.of("reader@example.com").awaitMail();
        Mail german = Inbox.of("leser@example.com").awaitMail();

        assertThat(english.subject()).isEqualTo("Sign in to Cloakroom");
        assertThat(english.text()).contains("An administrator of Cloakroom", "for 7 days, until", "App: Demo app");
        assertThat(german.subject()).isEqualTo("Bei Cloakroom anmelden");
        assertThat(german.text()).contains("60 min lang");
    }

    @Test
    void a_link_in_hand_signs_in_and_proves_no_address() {
        realm.user("unproven@example.com", user -> user.setEmailVerified(false));

        Answer answer = order(Map.of("email", "unproven@example.com", "send", false));
        LinkPage page = LinkPage.elsewhere(browser, answer.link());
        URI landing = page.submit().page().leftTo();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.text()).contains("u•••@example.com");
        assertThat(landing.toString()).startsWith("http://localhost:8081/");
        assertThat(browser.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(stored("unproven@example.com").isEmailVerified()).isFalse();
        assertThat(realm.events().ofType("VERIFY_EMAIL")).isEmpty();
        assertThat(realm.events().withDetail("cloakroom_link", "returned")).hasSize(1);
        assertThat(Inbox.of("unproven@example.com").count()).isZero();
    }

    @Test
    void a_link_in_hand_also_serves_an_account_without_an_address() {
        String id = realm.user("nobox", user -> user.setEmail(null))
                .toRepresentation()
                .getId();

        LinkPage page = LinkPage.elsewhere(
                browser, order(Map.of("user", id, "send", false)).link());

        assertThat(page.text()).contains("nobox");
        page.submit().page().leftTo();
        assertThat(realm.events().ofType("LOGIN"))
                .filteredOn(event -> event.getUserId().equals(id))
                .hasSize(1);
    }

    @Test
    void it_works_once_and_the_log_does_not_hold_it() throws IOException {
        realm.user("once@example.com");
        URI link = order(Map.of("email", "once@example.com", "send", false)).link();
        LinkPage first = LinkPage.elsewhere(browser, link);
        Browser late = Browser.create();
        LinkPage second = LinkPage.elsewhere(late, link);
        first.submit().page().leftTo();

        Page refused = second.submit().page();
        Page ended = Browser.create().get(link);

        assertThat(refused.hasLeft()).isFalse();
        assertThat(late.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(ended.textOf("#cloakroom-end")).contains("has been used");
        assertThat(Files.readString(keycloak.log()))
                .doesNotContain(link.getQuery().replace("key=", ""));
    }

    @Test
    void a_second_factor_is_asked_for_all_the_same() {
        for (boolean send : new boolean[] {true, false}) {
            Browser another = Browser.create();
            Answer answer = order(Map.of("email", "tom@example.com", "send", send));
            URI link = send ? Inbox.of("tom@example.com").lastLink() : answer.link();

            TotpPage totp = new TotpPage(LinkPage.elsewhere(another, link).submit());

            assertThat(another.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
            if (send) {
                totp.submit(AuthenticatorApp.ofTom().code()).page().leftTo();
                assertThat(another.cookies()).containsKey("KEYCLOAK_IDENTITY");
            }
        }
    }

    @Test
    void a_required_action_is_asked_for_in_this_one_sign_in() {
        realm.user("starter@example.com");
        Map<String, Object> order = Map.of("email", "starter@example.com", "send", false);
        Map<String, Object> demanding = new HashMap<>(order);
        demanding.put("requiredActions", List.of("UPDATE_PROFILE"));

        Screen asked = LinkPage.elsewhere(browser, order(demanding).link()).submit();
        assertThat(asked.page().id()).isEqualTo("login-login-update-profile");
        assertThat(stored("starter@example.com").getRequiredActions()).isEmpty();
        asked.submit(asked.page().form("kc-update-profile-form")).page().leftTo();

        assertThat(browser.cookies()).containsKey("KEYCLOAK_IDENTITY");
        LinkPage.elsewhere(Browser.create(), order(order).link())
                .submit()
                .page()
                .leftTo();
    }

    @Test
    void an_account_that_is_disabled_later_is_not_signed_in() {
        realm.user("leaver@example.com");
        URI link = order(Map.of("email", "leaver@example.com", "send", false)).link();
        LinkPage open = LinkPage.elsewhere(browser, link);
        UserRepresentation leaver = stored("leaver@example.com");
        leaver.setEnabled(false);
        realm.existing("leaver@example.com").update(leaver);

        assertThat(open.submit().page().hasLeft()).isFalse();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(Browser.create().get(link).id()).isEqualTo("login-cloakroom-link-ended");
    }

    @Test
    void the_mail_is_worth_nothing_once_the_account_has_another_address() {
        realm.user("mover@example.com");
        order(Map.of("email", "mover@example.com"));
        URI link = Inbox.of("mover@example.com").lastLink();
        UserRepresentation mover = stored("mover@example.com");
        mover.setEmail("moved@example.com");
        realm.existing("mover@example.com").update(mover);

        assertThat(browser.get(link).id()).isEqualTo("login-cloakroom-link-ended");
    }

    @Test
    void this_was_not_me_ends_it() {
        realm.user("surprised@example.com");
        order(Map.of("email", "surprised@example.com"));
        Mail mail = Inbox.of("surprised@example.com").awaitMail();
        LinkPage.elsewhere(browser, mail.link()).submit().page().leftTo();
        URI notMe = mail.links().get(1);

        Browser owner = Browser.create();
        owner.submit(owner.get(notMe).form("cloakroom-not-me-form"));

        String id = stored("surprised@example.com").getId();
        assertThat(realm.admin().users().get(id).getUserSessions()).isEmpty();
    }

    @Test
    void the_admin_event_names_everything_but_the_link() {
        String id = realm.user("audited@example.com").toRepresentation().getId();
        realm.admin().clearAdminEvents();

        Answer answer = order(Map.of("user", id, "send", false, "requiredActions", List.of("UPDATE_PROFILE")));

        String key = answer.link().getQuery().replace("key=", "");
        List<AdminEventRepresentation> events = realm.admin().getAdminEvents();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getOperationType()).isEqualTo("ACTION");
            assertThat(event.getResourceType()).isEqualTo("CLOAKROOM_MAGIC_LINK");
            assertThat(event.getResourcePath()).isEqualTo("cloakroom/magic-links/" + id);
            assertThat(event.getAuthDetails().getUserId())
                    .isEqualTo(stored("boss@example.com").getId());
            assertThat(event.getDetails())
                    .contains(
                            Map.entry("client_id", "demo-app"),
                            Map.entry("send", "false"),
                            Map.entry("required_actions", "UPDATE_PROFILE"));
            assertThat(event.getRepresentation() + event.getDetails())
                    .doesNotContain(key, key.substring(key.lastIndexOf(".")));
        });
    }

    private Answer order(Map<String, Object> order) {
        Map<String, Object> whole = new HashMap<>(order);
        whole.put("client", "demo-app");
        return api.order(token, whole);
    }

    private UserRepresentation stored(String username) {
        return realm.existing(username).toRepresentation();
    }

    private static void withDetails(RealmRepresentation realm) {
        realm.setAdminEventsDetailsEnabled(true);
    }
}
