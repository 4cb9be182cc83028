package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** Promise 4: a code is good for the browser, login, demo and address it was asked for, once, and for nothing else. */
class BindingIT extends CloakroomIT {

    private final TestRealm realm = realms.copy("binding");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void another_browsers_code_is_wrong() {
        realm.user("two@example.com");
        CodePage mine = browser.open(demo).continueAs("two@example.com");
        Inbox inbox = Inbox.of("two@example.com");
        String myCode = inbox.lastCode();
        CodePage theirs = Browser.create().open(demo).continueAs("two@example.com");
        String theirCode = inbox.lastCode();

        CodePage mineAgain = mine.enterWrong(theirCode);
        assertThat(mineAgain.error()).isNotEmpty();
        assertThat(theirs.enterWrong(myCode).error()).isNotEmpty();
        assertThat(mineAgain.enter(myCode).idToken().email()).isEqualTo("two@example.com");
    }

    @Test
    void another_tabs_code_is_wrong_and_both_tabs_keep_their_own() {
        realm.user("tabs@example.com");
        CodePage first = browser.open(demo).continueAs("tabs@example.com");
        String firstCode = Inbox.of("tabs@example.com").lastCode();
        CodePage second = browser.open(demo).continueAs("tabs@example.com");
        String secondCode = Inbox.of("tabs@example.com").lastCode();

        assertThat(first.enterWrong(secondCode).error()).isNotEmpty();
        assertThat(second.enter(secondCode).idToken().email()).isEqualTo("tabs@example.com");
        assertThat(firstCode).isNotEqualTo(secondCode);
    }

    @Test
    void another_apps_code_is_wrong() {
        realm.user("apps@example.com");
        CodePage page = browser.open(demo).continueAs("apps@example.com");
        Inbox.of("apps@example.com").awaitMail();
        String console = realm.issuer() + "/protocol/openid-connect/auth?client_id=account-console&response_type=code"
                + "&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
                + "&redirect_uri=" + realm.issuer() + "/account/";
        Screen other = new Screen(browser, browser.get(URI.create(console)), callback -> {
            throw new AssertionError("Nobody should come back to the account console: " + callback);
        });
        new IdentifyPage(other).continueAs("apps@example.com");
        String codeForTheConsole = Inbox.of("apps@example.com").lastCode();

        assertThat(page.enterWrong(codeForTheConsole).error()).isNotEmpty();
    }

    @Test
    void a_code_for_one_address_is_wrong_for_another() {
        realm.user("mine@example.com");
        realm.user("hers@example.com");
        CodePage mine = browser.open(demo).continueAs("mine@example.com");
        String code = Inbox.of("mine@example.com").lastCode();

        CodePage hers = mine.change().continueAs("hers@example.com");

        CodePage hersAgain = hers.enterWrong(code);
        assertThat(hersAgain.error()).isNotEmpty();
        assertThat(hersAgain
                        .enter(Inbox.of("hers@example.com").lastCode())
                        .idToken()
                        .email())
                .isEqualTo("hers@example.com");
    }

    @Test
    void a_spent_code_is_worth_nothing() {
        realm.user("spent@example.com");
        CodePage page = browser.open(demo).continueAs("spent@example.com");
        String code = Inbox.of("spent@example.com").lastCode();
        Browser later = browser.tab();
        page.enter(code);

        var again = later.submit(page.form().with("code", code));

        assertThat(again.hasLeft() && again.leftTo().toString().contains("code="))
                .isFalse();
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void the_account_counts_that_has_the_address_when_the_code_is_typed() {
        var before = realm.user("moving@example.com");
        CodePage page = browser.open(demo).continueAs("moving@example.com");
        String code = Inbox.of("moving@example.com").lastCode();
        UserRepresentation moved = before.toRepresentation();
        moved.setEmail("moved@example.com");
        before.update(moved);

        Screen refused = page.submit(code);

        assertThat(refused.page().hasLeft()).isFalse();
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void an_account_that_was_switched_off_meanwhile_is_told_so_only_after_the_right_code() {
        var user = realm.user("fired@example.com");
        CodePage page = browser.open(demo).continueAs("fired@example.com");
        String code = Inbox.of("fired@example.com").lastCode();
        UserRepresentation off = user.toRepresentation();
        off.setEnabled(false);
        user.update(off);

        CodePage wrong = page.enterWrong("ZZZZ-ZZZZ");
        Screen right = wrong.submit(code);

        assertThat(right.page().status()).isEqualTo(400);
        assertThat(right.page().error()).containsIgnoringCase("disabled");
        assertThat(browser.cookies()).doesNotContainKey("KEYCLOAK_IDENTITY");
    }

    @Test
    void the_proof_verifies_the_address_of_the_account() {
        var user = realm.user("new@example.com", account -> {
            account.setEmailVerified(false);
            account.setRequiredActions(List.of("VERIFY_EMAIL"));
        });

        browser.open(demo)
                .continueAs("new@example.com")
                .enter(Inbox.of("new@example.com").lastCode());

        assertThat(user.toRepresentation().isEmailVerified()).isTrue();
        assertThat(realm.events().ofType("VERIFY_EMAIL")).hasSize(1);
    }
}
