package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.LinkSentPage;
import io.cloakroom.tests.pages.TotpPage;
import io.cloakroom.tests.phone.AuthenticatorApp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The step whose mails hold a link and no code, and links where the server's address is not known. */
class MagicLinkStepIT extends CloakroomIT {

    private static final String STEP = "cloakroom-magic-link";

    private final TestRealm realm = realms.copy("link-step", MagicLinkStepIT::withLinkStep);
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void signs_in_with_the_link_alone() {
        realm.user("linkonly@example.com");
        LinkSentPage sent = start(browser, "linkonly@example.com");
        Mail mail = Inbox.of("linkonly@example.com").awaitMail();
        assertThat(mail.text()).doesNotContainPattern("(?m)^[A-Z0-9]{4}-[A-Z0-9]{4}$");
        assertThat(mail.subject()).isEqualTo("Your sign-in link for Cloakroom");

        LinkPage page = new LinkPage(sent.screen().with(browser.get(mail.link())));

        assertThat(page.confirm().idToken().amr()).containsExactly("magic-link");
    }

    /** Each of the two steps is asked whether the login may end, by one request. */
    @Test
    void a_login_that_a_link_began_ends_with_a_code() {
        TestRealm both = realms.copy("link-and-code", representation -> {
            Flow.of(representation, "link and code")
                    .required("cloakroom-identify")
                    .required(STEP)
                    .required("auth-otp-form")
                    .required("cloakroom-email-otp", Map.of("role", "second"));
            representation.setBrowserFlow("link and code");
        });
        both.user("both@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
        LinkSentPage sent =
                new LinkSentPage(browser.open(DemoApp.of(both.issuer())).submit("both@example.com"));
        LinkPage link = new LinkPage(
                sent.screen().with(browser.get(Inbox.of("both@example.com").lastLink())));
        TotpPage totp = new TotpPage(link.submit());

        CodePage code = new CodePage(
                totp.submit(AuthenticatorApp.with(Credentials.TOTP_SECRET).code()));

        assertThat(code.enter(Inbox.of("both@example.com").lastCode()).idToken().email())
                .isEqualTo("both@example.com");
    }

    @Test
    void a_stranger_sees_the_same_page_and_gets_a_notice_that_signs_nobody_in() {
        realm.user("members@example.com");
        Page member = start(Browser.create(), "members@example.com").screen().page();
        Page stranger = start(Browser.create(), "unknown@example.com").screen().page();

        assertThat(Fingerprint.of(stranger.exchange(), "unknown@example.com"))
                .isEqualTo(Fingerprint.of(member.exchange(), "members@example.com"));
        Mail notice = Inbox.of("unknown@example.com").awaitMail();
        assertThat(notice.links()).hasSize(1);
        assertThat(notice.links().get(0).getPath()).contains("/not-me/");
    }

    @Test
    void a_code_that_nobody_was_sent_is_not_taken_and_a_resend_waits() {
        realm.user("patient@example.com");
        LinkSentPage sent = start(browser, "patient@example.com");

        LinkSentPage guessed = new LinkSentPage(sent.screen().submit(sent.form().with("code", "ABCD-EFGH")));
        LinkSentPage early = guessed.press("resend");

        assertThat(guessed.error()).isEmpty();
        assertThat(early.error()).contains("can be sent in");
        assertThat(early.screen().page().status()).isEqualTo(429);
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isZero();
        assertThat(new IdentifyPage(early.screen().submit(early.form().with("change", "on")))
                        .form()
                        .values())
                .containsEntry("username", "patient@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host"})
    void no_mail_holds_a_link_to_where_the_request_says_the_server_is(String header) {
        Browser forger = Browser.create().sending(header, "evil.example");

        Page refused = claim(forger, demo.login().uri(), "forged@example.com");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).contains("not possible right now");
        assertThat(Inbox.of("forged@example.com").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host"})
    void a_mail_with_a_code_goes_without_links_then(String header) {
        Browser forger = Browser.create().sending(header, "evil.example");

        claim(forger, app.login().uri(), "ada@example.com");

        Mail mail = Inbox.of("ada@example.com").awaitMail();
        assertThat(mail.code()).hasSize(9);
        assertThat(mail.links()).isEmpty();
        assertThat(mail.html() + mail.text()).doesNotContain("evil.example", "/cloakroom/link", "/cloakroom/not-me");
    }

    @Test
    void the_realms_own_address_stands_in_links_whatever_the_request_says() {
        TestRealm fixed = realms.copy(
                "link-fixed",
                representation -> representation.setAttributes(Map.of("frontendUrl", "https://id.example.com")));
        fixed.user("fixed@example.com");
        Browser forger = Browser.create().sending("X-Forwarded-Host", "evil.example");
        URI login = URI.create(keycloak.issuer(fixed.name()) + "/protocol/openid-connect/auth?client_id=demo-app"
                + "&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A8081%2F&scope=openid"
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

        claim(forger, login, "fixed@example.com");

        Mail mail = Inbox.of("fixed@example.com").awaitMail();
        assertThat(mail.links())
                .allSatisfy(link ->
                        assertThat(link.toString()).startsWith("https://id.example.com/realms/link-fixed/cloakroom/"));
    }

    private LinkSentPage start(Browser from, String address) {
        return new LinkSentPage(from.open(demo).submit(address));
    }

    /** Posts the address to the server itself, whatever host its page speaks of. */
    private Page claim(Browser from, URI login, String address) {
        return from.submit(from.get(login)
                .form("cloakroom-identify-form")
                .at(keycloak.baseUri())
                .with("username", address));
    }

    private static void withLinkStep(RealmRepresentation representation) {
        representation.getAuthenticationFlows().stream()
                .flatMap(flow -> flow.getAuthenticationExecutions().stream())
                .filter(execution -> "cloakroom-email-otp".equals(execution.getAuthenticator()))
                .forEach(MagicLinkStepIT::replace);
    }

    private static void replace(AuthenticationExecutionExportRepresentation execution) {
        execution.setAuthenticator(STEP);
        execution.setAuthenticatorConfig(null);
    }
}
