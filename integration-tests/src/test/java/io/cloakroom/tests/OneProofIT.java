package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import io.cloakroom.tests.pages.SignUpPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Promise 7, in the browser that has asked: a right answer that is sent many times at once is one login, never none, and
 * asks for no other mail. Requests of one login get into each other's way in few rounds of a hundred, hence their number.
 */
class OneProofIT extends CloakroomIT {

    private static final int ROUNDS = Integer.getInteger("one-proof.rounds", 40);
    private static final int POSTS = 20;

    private final TestRealm realm = realms.copy("one-proof");
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @Test
    void of_twenty_right_codes_at_once_one_signs_in() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String address = "eager" + round + "@example.com";
            realm.user(address);
            Browser one = Browser.create();
            CodePage page = one.open(demo).continueAs(address);
            Form right = page.form().with("code", Inbox.of(address).lastCode());

            assertOneLogin(sendOften(one, right), address);
        }
        assertThat(realm.events().ofType("LOGIN")).hasSize(ROUNDS);
        assertOneMailEach("eager");
    }

    @Test
    void of_twenty_confirmed_links_at_once_one_signs_in() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String address = "linked" + round + "@example.com";
            realm.user(address);
            Browser one = Browser.create();
            CodePage waiting = one.open(demo).continueAs(address);
            LinkPage link = LinkPage.here(waiting, Inbox.of(address).lastLink());

            assertOneLogin(sendOften(one, link.form()), address);
        }
        assertThat(realm.events().ofType("LOGIN")).hasSize(ROUNDS);
        assertOneMailEach("linked");
    }

    @Test
    void of_twenty_right_codes_at_once_one_signs_up() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String address = "new" + round + "@example.com";
            Browser one = Browser.create();
            CodePage page = SignUpPage.from(one.open(demo)).continueAs(address);
            Form right = page.form().with("code", Inbox.of(address).lastCode());

            assertOneLogin(sendOften(one, right), address);
            assertThat(realm.admin().users().searchByEmail(address, true)).hasSize(1);
        }
        assertThat(realm.events().ofType("REGISTER")).hasSize(ROUNDS);
        assertOneMailEach("new");
    }

    private void assertOneMailEach(String name) {
        // Whatever was queued before this mail has been sent, or is on its way.
        realm.user("last@example.com");
        Browser.create().open(demo).continueAs("last@example.com");
        Inbox.of("last@example.com").awaitCount(1);

        assertThat(IntStream.range(0, ROUNDS).mapToObj(round -> Inbox.of(name + round + "@example.com")))
                .allMatch(inbox -> inbox.count() == 1);
    }

    private static List<Page> sendOften(Browser browser, Form form) throws Exception {
        return AtOnce.send(IntStream.range(0, POSTS)
                .mapToObj(i -> AtOnce.post(browser.tab(), form))
                .toList());
    }

    private static void assertOneLogin(List<Page> pages, String address) {
        assertThat(pages.stream().filter(AtOnce::isLogin))
                .as("logins of %s, of %s", address, pages)
                .hasSize(1);
    }
}
