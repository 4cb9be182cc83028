package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Failures;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Links that lead no further: safe, kind, and no harm to any other login of the browser. */
class LinkEndsIT extends CloakroomIT {

    private static final String ENDED = "login-cloakroom-link-ended";

    private final TestRealm realm = realms.copy("link-ends");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void a_used_link_offers_to_start_again_and_that_leads_to_the_app() {
        Mail mail = ask("used@example.com");
        LinkPage.elsewhere(Browser.create(), mail.link()).submit();

        Browser later = Browser.create();
        Page ended = assertEnded(later, mail.link(), "has been used");
        Screen again = new Screen(later, later.submit(ended.form("cloakroom-again-form")), callback -> {
            throw new AssertionError("The app expects nobody: " + callback);
        });

        CodePage code = new IdentifyPage(again).continueAs("used@example.com");
        Page home = code.submit(Inbox.of("used@example.com").lastCode()).page();
        assertThat(home.leftTo().toString())
                .startsWith("http://localhost:8081/")
                .doesNotContain("code=");
    }

    @Test
    void an_expired_link_says_so() throws InterruptedException {
        TestRealm brief = realms.copy(
                "link-brief",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("codeLifespan", "2"));
        brief.user("late@example.com");
        browser.open(DemoApp.of(brief.issuer())).continueAs("late@example.com");
        URI link = Inbox.of("late@example.com").lastLink();
        Browser early = Browser.create();
        LinkPage opened = LinkPage.elsewhere(early, link);
        Thread.sleep(2500);

        assertEnded(Browser.create(), link, "has expired");
        Page late = opened.submit().page();
        assertThat(late.id()).isEqualTo(ENDED);
        assertThat(late.textOf("#cloakroom-end")).contains("has expired");
        assertThat(early.submit(late.form("cloakroom-again-form").with("leave", "on"))
                        .hasForm("cloakroom-identify-form"))
                .isTrue();
        assertThat(brief.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void a_dead_link_disturbs_no_newer_login_of_the_browser() {
        Mail dead = ask("twice@example.com");
        LinkPage.elsewhere(Browser.create(), dead.link()).submit();
        Browser mine = Browser.create();
        CodePage newer = mine.open(demo).continueAs("twice@example.com");
        String code = Inbox.of("twice@example.com").lastCode();

        assertEnded(mine, dead.link(), "has been used");

        SignedIn somebody = newer.enter(code);
        assertThat(somebody.idToken().email()).isEqualTo("twice@example.com");
    }

    @Test
    void another_logins_link_that_lives_disturbs_no_login_of_the_browser_either() {
        Mail others = ask("busy@example.com");
        Browser mine = Browser.create();
        CodePage newer = mine.open(demo).continueAs("busy@example.com");
        String code = Inbox.of("busy@example.com").lastCode();

        LinkPage.elsewhere(mine, others.link());

        assertThat(newer.enter(code).idToken().email()).isEqualTo("busy@example.com");
    }

    @Test
    void a_code_that_was_tried_too_often_takes_its_link_along() {
        realm.user("tried@example.com");
        CodePage page = browser.open(demo).continueAs("tried@example.com");
        URI link = Inbox.of("tried@example.com").lastLink();
        for (int i = 0; i < 5; i++) {
            page = page.enterWrong("ZZZZ-ZZZ" + i);
        }
        assertThat(page.isWaiting()).isTrue();
        CodePage exhausted = page.enterWrong("ZZZZ-ZZZ5");
        assertThat(exhausted.error()).contains("tried too often");
        assertThat(exhausted.isWaiting()).isFalse();
        CodePage reloaded = exhausted.reload();
        assertThat(reloaded.error()).isEqualTo(exhausted.error());
        assertThat(reloaded.isWaiting()).isFalse();

        Page ended = LinkPage.elsewhere(Browser.create(), link).submit().page();

        assertThat(ended.textOf("#cloakroom-end")).contains("tried too often");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void an_account_that_is_gone_off_or_elsewhere_ends_its_link() {
        Map<String, Consumer<UserResource>> changes = Map.of(
                "gone@example.com", UserResource::remove,
                "off@example.com", user -> change(user, account -> account.setEnabled(false)),
                "moved@example.com", user -> change(user, account -> account.setEmail("elsewhere@example.com")));
        changes.forEach((address, change) -> {
            UserResource user = realm.user(address);
            browser.open(demo).continueAs(address);
            URI link = Inbox.of(address).lastLink();
            LinkPage opened = LinkPage.elsewhere(Browser.create(), link);
            change.accept(user);

            assertEnded(Browser.create(), link, "no longer leads to anything");
            Page refused = opened.submit().page();
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        });
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void an_account_that_was_locked_meanwhile_is_told_so_after_the_confirmation_only() {
        TestRealm locking = realms.copy("link-locking", representation -> representation.setFailureFactor(2));
        locking.user("lockable@example.com");
        browser.open(DemoApp.of(locking.issuer())).continueAs("lockable@example.com");
        Failures.of(locking, "lockable@example.com").lock();

        LinkPage opened = LinkPage.elsewhere(
                Browser.create(), Inbox.of("lockable@example.com").lastLink());
        Page refused = opened.submit().page();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).contains("paused after too many failed tries");
        assertThat(opened.screen().browser().cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void an_app_that_is_gone_or_moved_ends_the_link() {
        TestRealm apps = realms.copy("link-apps");
        apps.user("app@example.com");
        Browser mine = Browser.create();
        mine.open(DemoApp.of(apps.issuer())).continueAs("app@example.com");
        URI link = Inbox.of("app@example.com").lastLink();
        ClientRepresentation client =
                apps.admin().clients().findByClientId("demo-app").get(0);
        client.setRedirectUris(List.of("https://elsewhere.example/*"));
        apps.admin().clients().get(client.getId()).update(client);

        assertThat(LinkPage.elsewhere(mine, link).text()).contains("another browser");
        client.setEnabled(false);
        apps.admin().clients().get(client.getId()).update(client);
        assertEnded(Browser.create(), link, "no longer leads to anything");
    }

    @Test
    void a_realm_key_that_was_rotated_changes_nothing_for_the_link() {
        TestRealm rotating = realms.copy("link-rotating");
        rotating.user("rotated@example.com");
        browser.open(DemoApp.of(rotating.issuer())).continueAs("rotated@example.com");
        URI link = Inbox.of("rotated@example.com").lastLink();
        rotating.rotateHmacKey();

        Browser phone = Browser.create();
        LinkPage.elsewhere(phone, link).submit();

        assertThat(phone.cookies()).containsKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void a_browser_that_is_signed_in_to_another_account_stays_so() {
        Mail mail = ask("second@example.com");
        realm.user("first@example.com");
        Browser taken = Browser.create();
        taken.open(demo)
                .continueAs("first@example.com")
                .enter(Inbox.of("first@example.com").lastCode());
        String identity = taken.cookies().get("KEYCLOAK_IDENTITY");

        Page ended = assertEnded(taken, mail.link(), "signed in to another account");
        assertThat(ended.hasForm("cloakroom-again-form")).isFalse();
        Page asked = taken.get(
                URI.create(ended.document().select("#cloakroom-sign-out").attr("abs:href")));

        assertThat(taken.cookies()).containsEntry("KEYCLOAK_IDENTITY", identity);
        LinkPage.elsewhere(Browser.create(), mail.link());
        Element confirm = asked.document().selectFirst("form[action*=logout-confirm]");
        String session = confirm.select("[name=session_code]").val();
        taken.submit(
                new Form(URI.create(confirm.absUrl("action")), Map.of("session_code", session, "confirmLogout", "on")));
        assertThat(taken.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        LinkPage.elsewhere(taken, mail.link());
    }

    private Mail ask(String address) {
        realm.user(address);
        Browser.create().open(demo).continueAs(address);
        return Inbox.of(address).awaitMail();
    }

    private static Page assertEnded(Browser visitor, URI link, String words) {
        Page page = visitor.get(link);
        assertThat(page.id()).as(page.toString()).isEqualTo(ENDED);
        assertThat(page.textOf("#cloakroom-end")).contains(words);
        assertThat(page.exchange().uri().toString()).doesNotContain("key=");
        return page;
    }

    private static void change(UserResource user, Consumer<UserRepresentation> change) {
        UserRepresentation account = user.toRepresentation();
        change.accept(account);
        user.update(account);
    }
}
