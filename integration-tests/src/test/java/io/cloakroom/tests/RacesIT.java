package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 6 and 7: many requests at the same moment gain neither a guess nor a login. */
class RacesIT extends CloakroomIT {

    private static final int ALLOWED = 5;

    private final TestRealm realm = realms.copy("races");

    @Test
    void of_fifty_guesses_at_once_no_more_than_five_are_compared() throws Exception {
        realm.user("guessed@example.com");
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs("guessed@example.com");
        String right = Inbox.of("guessed@example.com").lastCode();
        List<String> guesses = new ArrayList<>(
                IntStream.range(0, 49).mapToObj(i -> "ZZZZ-ZZ" + (10 + i)).toList());
        guesses.add(right);
        Collections.shuffle(guesses);

        List<Page> pages = AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.guess(browser.tab(), page.form(), guesses.subList(5 * i, 5 * i + 5)))
                .toList());

        int logins = (int) pages.stream().filter(AtOnce::isLogin).count();
        int wrong = realm.events().countWithDetail("cloakroom_reason", "wrong");
        assertThat(wrong + logins).as("guesses compared").isBetween(1, ALLOWED);
        assertThat(logins).isLessThanOrEqualTo(1);
    }

    @Test
    void of_fifty_guesses_against_a_stranger_five_are_compared() throws Exception {
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs("nobody-there@example.com");

        AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.guess(browser.tab(), page.form(), Collections.nCopies(40, "ZZZZ-ZZZ" + i)))
                .toList());
        // Keycloak turns most of such posts away unread: whatever is left of the five is used up one by one.
        CodePage calm = new CodePage(page.screen().with(browser.get(page.form().page())));
        for (int i = 0; i < ALLOWED; i++) {
            calm = calm.enterWrong("ZZZZ-ZZY" + i);
        }

        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(ALLOWED);
    }

    /** Keycloak's brute-force detection calls an account locked while another request of it is on its way. */
    @Test
    void one_member_signs_in_from_many_browsers_at_once() throws Exception {
        int browsers = 8;
        String member = "everywhere@example.com";
        TestRealm generous = realms.copy(
                "races-everywhere",
                representation -> StepSettings.of(representation, "cloakroom-identify")
                        .set("mailsPerAddressAndNetwork", "100/1h"));
        generous.user(member);
        for (int round = 0; round < 5; round++) {
            List<Callable<Page>> posts = new ArrayList<>();
            for (int i = 0; i < browsers; i++) {
                Browser one = Browser.create();
                CodePage page = one.open(DemoApp.of(generous.issuer())).continueAs(member);
                posts.add(AtOnce.post(
                        one, page.form().with("code", Inbox.of(member).lastCode())));
            }

            assertThat(AtOnce.send(posts)).allMatch(AtOnce::isLogin);
        }
    }

    @Test
    void of_ten_resends_at_once_one_mails() throws Exception {
        realm.user("impatient@example.com");
        CodePage page = browser.open(DemoApp.of(realm.issuer())).continueAs("impatient@example.com");
        Inbox inbox = Inbox.of("impatient@example.com");
        inbox.awaitCount(1);
        Thread.sleep(30_000);

        AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.post(browser.tab(), page.form().with("resend", "on")))
                .toList());
        inbox.awaitCount(2);
        realm.user("later@example.com");
        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("later@example.com");
        Inbox.of("later@example.com").awaitCount(1);

        assertThat(inbox.count()).isEqualTo(2);
    }

    @Test
    void of_twenty_starts_at_once_the_budget_lets_through_what_it_holds() throws Exception {
        TestRealm tight = realms.copy(
                "races-tight",
                representation ->
                        StepSettings.of(representation, "cloakroom-identify").set("mailsPerAddressAndNetwork", "7/1h"));
        List<Callable<Page>> starts = IntStream.range(0, 20)
                .mapToObj(i -> {
                    Browser one = Browser.at("10.60.0.1");
                    Form form =
                            one.get(DemoApp.of(tight.issuer()).login().uri()).form("cloakroom-identify-form");
                    return AtOnce.post(
                            one, form.with("username", "wanted@example.com").with("method", "email"));
                })
                .toList();

        List<Page> pages = AtOnce.send(starts);

        assertThat(pages.stream().filter(page -> page.status() == 200)).hasSize(7);
        assertThat(pages.stream().filter(page -> page.status() == 429)).hasSize(13);
    }
}
