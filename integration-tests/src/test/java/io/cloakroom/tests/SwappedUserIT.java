package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.pages.SignedIn;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Whoever has proved to be one member is that member to the end: no later page, cookie or link swaps them. */
class SwappedUserIT extends CloakroomIT {

    private static final String MALLORY = "mallory@example.com";
    private static final String RIGHT = "correct horse battery staple";

    private final TestRealm realm = realms.copy("swapped");
    private final DemoApp demo = DemoApp.of(realm.issuer());
    private final SoftPasskey passkey = SoftPasskey.create();
    private String mallory;

    @BeforeEach
    void members() {
        mallory = realm.user(
                        MALLORY,
                        user -> user.setCredentials(
                                List.of(Credentials.password(RIGHT), passkey.enrolledAs("webauthn-passwordless"))))
                .toRepresentation()
                .getId();
        realm.user("victim@example.com");
        realm.user("strong@example.com", user -> user.setCredentials(List.of(Credentials.totp())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim@example.com", "strong@example.com", "nobody@example.com"})
    void a_name_that_is_posted_to_a_passkey_page_swaps_nobody(String name) {
        Screen levelTwo = browser.open(demo.with("acr_values", "2"))
                .continueAs(MALLORY)
                .submit(Inbox.of(MALLORY).lastCode());
        Browser other = Browser.create();
        Screen afterPassword = other.open(DemoApp.withPassword(realm.issuer())).submit(MALLORY, RIGHT);

        for (Screen screen : List.of(levelTwo, afterPassword)) {
            Form form = screen.page().form("webauth");
            screen.browser().submit(new Form(form.action(), Map.of("username", name)));
            Page next = screen.browser().get(form.page());
            assertThat(next.hasLeft()).as("%s", next).isFalse();
            assertThat(next.document().text()).doesNotContain(name);
        }

        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(realm.existing("victim@example.com").getUserSessions()).isEmpty();
    }

    @Test
    void the_levels_of_one_session_do_not_pass_to_another_account_by_a_link() {
        Browser keeper = passkeySession();
        Browser attacker = Browser.create();
        attacker.open(demo.with("prompt", "login")).continueAs("victim@example.com");
        LinkPage opened =
                LinkPage.elsewhere(attacker, Inbox.of("victim@example.com").lastLink());
        attacker.taking("KEYCLOAK_IDENTITY", keeper);
        attacker.get(opened.form().page());
        attacker.dropping("KEYCLOAK_IDENTITY");

        Page answered = attacker.submit(opened.form().with("confirm", "on"));

        assertNoLevelTwo(attacker, answered);
    }

    @Test
    void the_levels_of_one_session_do_not_pass_to_another_account_by_a_code() {
        Browser keeper = passkeySession();
        UserRepresentation withoutBox = realm.existing(MALLORY).toRepresentation();
        withoutBox.setEmail("");
        realm.existing(MALLORY).update(withoutBox);
        Browser attacker = Browser.create().taking("KEYCLOAK_IDENTITY", keeper);

        Screen answered = attacker.open(demo.with("prompt", "login"))
                .continueAs("victim@example.com")
                .submit(Inbox.of("victim@example.com").lastCode());

        assertNoLevelTwo(attacker, answered.page());
    }

    private Browser passkeySession() {
        Browser keeper = Browser.create();
        IdentifyPage page = keeper.open(demo);
        SignedIn signedIn = page.submitPasskey(passkey.answer(page.screen().page(), mallory))
                .signedIn();
        assertThat(signedIn.idToken().acr()).isEqualTo("2");
        return keeper;
    }

    private void assertNoLevelTwo(Browser attacker, Page answered) {
        if (answered.hasLeft()) {
            Screen stepUp = attacker.open(demo.with("acr_values", "2")::screen);
            assertThat(stepUp.signedIn().idToken().acr()).isEqualTo("1");
        }
    }
}
