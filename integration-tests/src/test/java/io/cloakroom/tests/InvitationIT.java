package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.TestOrganization;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignUpPage;
import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Whom an organization invites, by Keycloak's own mail, and who comes of it. */
class InvitationIT extends CloakroomIT {

    private static final Map<String, String> NAME = Map.of("firstName", "Ina", "lastName", "Invited");

    private static final URI WELCOME = URI.create("http://localhost:8081/welcome");

    private final TestRealm open = realms.copy("invitations", realm -> realm.setOrganizationsEnabled(true));
    private final TestRealm closed = realms.copy("invitations-only", realm -> {
        realm.setOrganizationsEnabled(true);
        realm.setRegistrationAllowed(false);
    });
    private final TestOrganization acme = TestOrganization.create(open, "Acme", "acme.example");
    private final TestOrganization zeta = TestOrganization.create(closed, "Zeta", "zeta.example");

    @Test
    void whoever_is_invited_proves_the_address_and_is_a_member() {
        SignUpPage page = opened(invitation(acme, "ina@acme.example"));
        assertThat(page.screen().page().textOf("#kc-page-title")).contains("Acme");
        assertThat(page.form().values()).containsEntry("email", "ina@acme.example");
        CodePage code = new CodePage(page.submit(NAME));
        Mail mail = Inbox.of("ina@acme.example").awaitMail();
        assertThat(open.admin().users().searchByEmail("ina@acme.example", true)).isEmpty();

        code.submit(mail.code());

        assertThat(acme.members()).containsExactly("ina@acme.example");
        assertThat(acme.invited()).isEmpty();
        assertThat(open.events().ofType("INVITE_ORG")).hasSize(1);
        assertThat(open.events().ofType("REGISTER")).hasSize(1);
        assertThat(emailInApp(open)).isEqualTo("ina@acme.example");
    }

    @Test
    void it_works_where_nobody_else_may_sign_up() {
        URI link = invitation(zeta, "ina@zeta.example");
        assertThat(Browser.create().get(withoutToken(link)).status()).isEqualTo(400);

        new CodePage(opened(link).submit(NAME))
                .submit(Inbox.of("ina@zeta.example").lastCode());

        assertThat(zeta.members()).containsExactly("ina@zeta.example");
        assertThat(zeta.invited()).isEmpty();
        assertThat(emailInApp(closed)).isEqualTo("ina@zeta.example");
    }

    @Test
    void a_spent_invitation_lets_nobody_in() {
        URI link = invitation(zeta, "once@zeta.example");
        new CodePage(opened(link).submit(NAME))
                .submit(Inbox.of("once@zeta.example").lastCode());

        assertThat(Browser.create().get(link).status()).isEqualTo(400);
    }

    /** The first tab has spent the invitation, and made the account whose mailbox the second one proves. */
    @Test
    void the_second_tab_of_an_invitation_signs_in() {
        URI link = invitation(zeta, "tabs@zeta.example");
        Browser other = Browser.create();
        CodePage second = new CodePage(new SignUpPage(LinkPage.screen(other, link)).submit(NAME));
        String secondCode = Inbox.of("tabs@zeta.example").lastCode();
        new CodePage(opened(link).submit(NAME))
                .submit(Inbox.of("tabs@zeta.example").lastCode());

        Screen screen = second.submit(secondCode);

        assertThat(screen.page().error()).isEmpty();
        assertThat(other.cookies()).containsKey("KEYCLOAK_IDENTITY");
        assertThat(zeta.members()).contains("tabs@zeta.example");
    }

    @Test
    void another_address_than_the_invited_one_is_refused_in_words() {
        SignUpPage page = opened(invitation(acme, "ina@acme.example"));

        SignUpPage refused =
                page.inVain(Map.of("email", "ivo@acme.example", "firstName", "Ivo", "lastName", "Intruder"));

        assertThat(refused.error()).contains("another address");
        assertThat(acme.invited()).containsExactly("ina@acme.example");
        assertThat(new CodePage(refused.submit(Map.of("email", "Ina@ACME.example")))
                        .submit(Inbox.of("ina@acme.example").lastCode())
                        .page()
                        .error())
                .isEmpty();
        assertThat(acme.members()).containsExactly("ina@acme.example");
    }

    /** The form was filled in without the invitation; only the last request carries it. */
    @Test
    void an_invitation_that_is_put_in_at_the_end_makes_nobody_else_a_member() {
        URI link = invitation(acme, "ina@acme.example");
        CodePage page = SignUpPage.from(browser.open(DemoApp.of(open.issuer()))).continueAs("ivo@acme.example");
        Form form = page.form().with("code", Inbox.of("ivo@acme.example").lastCode());

        Screen screen =
                page.screen().submit(new Form(URI.create(form.action() + "&token=" + tokenIn(link)), form.values()));

        assertThat(screen.page().textOf("body")).contains("another address");
        assertThat(acme.members()).isEmpty();
        assertThat(acme.invited()).containsExactly("ina@acme.example");
    }

    @Test
    void an_invitation_that_is_taken_back_before_the_code_makes_no_account() {
        CodePage page =
                new CodePage(opened(invitation(zeta, "late@zeta.example")).submit(NAME));
        String code = Inbox.of("late@zeta.example").lastCode();
        zeta.takeBack();

        Screen screen = page.submit(code);

        assertThat(screen.page().hasLeft()).isFalse();
        assertThat(screen.page().textOf("body")).contains("has ended");
        assertThat(closed.admin().users().searchByEmail("late@zeta.example", true))
                .isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    /** After "back", Keycloak leads to the page again, by an address that lacks the invitation. */
    @Test
    void an_invitation_is_not_lost_on_the_way_back_and_forth() {
        SignUpPage page = opened(invitation(acme, "twice@acme.example"));
        page.submit(NAME);

        CodePage again = new CodePage(page.submit(NAME).click("#loginContinueLink"));
        again.submit(Inbox.of("twice@acme.example").lastCode());

        assertThat(again.form().action().getQuery()).doesNotContain("token=");
        assertThat(acme.members()).containsExactly("twice@acme.example");
    }

    /**
     * Whoever looks for the mail on a phone finds the page reloaded. The organization has a page to go on with: without one
     * Keycloak (26.7.3) leads to its account console, which cannot read the answer to a login that it has not begun.
     */
    @Test
    void reloading_the_page_loses_nothing() {
        zeta.redirectTo(WELCOME);
        try (Chromium chromium = Chromium.open()) {
            chromium.go(invitation(zeta, "mobile@zeta.example"))
                    .type("firstName", "Ina")
                    .type("lastName", "Invited")
                    .press("#cloakroom-sign-up");
            String code = Inbox.of("mobile@zeta.example").lastCode();
            chromium.await("#cloakroom-code-form");

            chromium.driver().navigate().refresh();
            chromium.type("code", code).press("#cloakroom-verify").press("#cloakroom-later");

            chromium.awaitArrivalAt(WELCOME);
            assertThat(zeta.members()).containsExactly("mobile@zeta.example");
        }
    }

    @Test
    void whoever_has_an_account_joins_as_with_keycloak_alone() {
        closed.user("member@zeta.example");
        Screen asked = LinkPage.screen(browser, invitation(zeta, "member@zeta.example"));
        assertThat(zeta.members()).isEmpty();

        asked.click("#kc-info-message a, #kc-content a");

        assertThat(zeta.members()).containsExactly("member@zeta.example");
        assertThat(zeta.invited()).isEmpty();
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    /** Where the invitation leads, in both parts of its mail. */
    private static URI invitation(TestOrganization organization, String address) {
        organization.invite(address);
        Mail mail = Inbox.of(address).awaitMail();
        Document html = Jsoup.parse(mail.html());
        assertThat(mail.links())
                .extracting(URI::toString)
                .containsExactly(html.select("a[href*=token]").attr("href"));
        return mail.link();
    }

    private SignUpPage opened(URI link) {
        return new SignUpPage(LinkPage.screen(browser, link));
    }

    /** Whom an app of the realm sees in the browser, which is signed in by now. */
    private String emailInApp(TestRealm realm) {
        return browser.open(DemoApp.of(realm.issuer())::screen)
                .signedIn()
                .idToken()
                .email();
    }

    private static URI withoutToken(URI link) {
        return URI.create(link.toString().replace("&token=" + tokenIn(link), ""));
    }

    private static String tokenIn(URI link) {
        return link.getRawQuery().replaceAll(".*token=([^&]*).*", "$1");
    }
}
