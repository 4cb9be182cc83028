package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promise 9: a link signs in nobody but the browser that confirms it, and never the one that asked. */
class OtherDeviceIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("devices");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void whoever_began_the_login_gains_nothing_when_the_owner_confirms_elsewhere() {
        realm.user("victim@example.com");
        CodePage attackers = browser.open(demo).continueAs("victim@example.com");
        Browser victims = Browser.create();
        Mail mail = Inbox.of("victim@example.com").awaitMail();

        LinkPage.elsewhere(victims, mail.link()).submit();

        assertThat(victims.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(browser.get(attackers.form().page()).hasLeft()).isFalse();
        assertThat(attackers.submit(mail.code()).page().hasLeft()).isFalse();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void an_attackers_own_link_signs_nobody_in_who_only_opens_it() {
        realm.user("attacker@example.com");
        Browser attacker = Browser.create();
        attacker.open(demo).continueAs("attacker@example.com");
        URI link = Inbox.of("attacker@example.com").lastLink();

        LinkPage opened = LinkPage.elsewhere(browser, link);

        assertThat(opened.text()).contains("a•••@example.com", "another browser");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        // What a page of the attacker's could post: it can't read the session code of the victim's page.
        Form blind = new Form(opened.form().page(), Map.of("confirm", "on", "session_code", "guessed"));
        Page refused = browser.submit(blind);
        assertThat(refused.hasLeft()).as(refused.toString()).isFalse();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void a_page_that_was_opened_for_one_browser_is_worth_nothing_in_another() {
        realm.user("carried@example.com");
        browser.open(demo).continueAs("carried@example.com");
        Browser first = Browser.create();
        LinkPage opened =
                LinkPage.elsewhere(first, Inbox.of("carried@example.com").lastLink());

        Page refused = Browser.create().submit(opened.form());

        assertThat(refused.hasLeft()).as(refused.toString()).isFalse();
        assertThat(opened.submit().page().hasLeft()).isTrue();
    }

    @Test
    void refuse_shows_the_code_and_signs_nobody_in() {
        TestRealm strict = realms.copy(
                "devices-strict",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("otherDevice", "refuse"));
        strict.user("strict@example.com");
        CodePage waiting = browser.open(DemoApp.of(strict.issuer())).continueAs("strict@example.com");
        Mail mail = Inbox.of("strict@example.com").awaitMail();

        Browser phone = Browser.create();
        Page page = phone.get(mail.link());

        assertThat(page.textOf("#cloakroom-code")).isEqualTo(mail.code());
        assertThat(page.document().select("button[name=confirm]")).isEmpty();
        Page forced = phone.submit(new Form(
                URI.create(
                        page.document().select("form").attr("action").isEmpty()
                                ? page.exchange().uri().toString()
                                : page.document().select("form").attr("abs:action")),
                Map.of("confirm", "on")));
        assertThat(forced.hasLeft()).isFalse();
        assertThat(phone.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
        assertThat(waiting.enter(mail.code()).idToken().email()).isEqualTo("strict@example.com");
    }

    @Test
    void refuse_lets_the_browser_that_asked_use_its_link() {
        TestRealm strict = realms.copy(
                "devices-strict-here",
                representation ->
                        StepSettings.of(representation, "cloakroom-email-otp").set("otherDevice", "refuse"));
        strict.user("here@example.com");
        CodePage waiting = browser.open(DemoApp.of(strict.issuer())).continueAs("here@example.com");

        LinkPage page = LinkPage.here(waiting, Inbox.of("here@example.com").lastLink());

        assertThat(page.confirm().idToken().email()).isEqualTo("here@example.com");
    }

    @Test
    void of_twelve_browsers_that_confirm_at_once_one_is_signed_in() throws Exception {
        realm.user("popular@example.com");
        browser.open(demo).continueAs("popular@example.com");
        URI link = Inbox.of("popular@example.com").lastLink();
        List<LinkPage> opened = IntStream.range(0, 12)
                .mapToObj(i -> LinkPage.elsewhere(Browser.create(), link))
                .toList();

        List<Page> pages = AtOnce.send(opened.stream()
                .map(page -> AtOnce.post(page.screen().browser(), page.form()))
                .toList());

        assertThat(pages.stream().filter(Page::hasLeft)).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
        assertThat(opened.stream()
                        .filter(page -> page.screen().browser().cookies().containsKey("KEYCLOAK_IDENTITY")))
                .hasSize(1);
    }
}
