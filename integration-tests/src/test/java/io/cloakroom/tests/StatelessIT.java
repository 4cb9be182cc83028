package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises 6, 7 and 10 where Keycloak keeps in the database what it otherwise keeps in its caches. */
class StatelessIT {

    private static final int TAKERS = 80;
    private static final Duration WINDOW = Duration.ofSeconds(12);

    private final Cluster cluster = Cluster.stateless();
    private final TestRealm realm = new Realms(cluster.node(0)).copy("stateless", representation -> {
        StepSettings.of(representation, "cloakroom-identify")
                .set("mailsPerAddressAndNetwork", "7/12s, 11/1h")
                .set("mailsPerNetwork", "30/1h");
        StepSettings.of(representation, "cloakroom-email-otp").set("guessesPerAddressAndNetwork", "9/1h");
    });
    private final DemoApp app = DemoApp.of(realm.issuer());

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @AfterAll
    static void make_room() {
        Cluster.stateless().stop();
    }

    @Test
    void of_eighty_starts_at_two_nodes_each_window_lets_through_what_it_holds() throws Exception {
        Takers takers = new Takers(cluster, TAKERS, browser -> Way.SIGN_IN.open(browser, realm.issuer()));

        List<Taken> first = takers.ask(i -> "wanted@example.com", i -> "10.89.0.1");
        Thread.sleep(WINDOW.plusSeconds(2).toMillis());
        List<Taken> second = takers.ask(i -> "wanted@example.com", i -> "10.89.0.1");
        List<Taken> others = takers.ask(i -> "one" + i + "@example.com", i -> "10.89.0.1");

        List<Taken> all = new ArrayList<>(first);
        all.addAll(second);
        Taken.assertNeverMore(all, 7, WINDOW);
        assertThat(Taken.granted(first)).hasSize(7);
        assertThat(Taken.granted(second)).hasSize(11 - 7);
        assertThat(Taken.granted(others)).hasSize(30 - 11);
    }

    @Test
    void of_eighty_guesses_in_as_many_logins_the_budget_lets_through_what_it_holds() throws Exception {
        Takers takers = new Takers(
                cluster,
                TAKERS,
                browser -> browser.open(app)
                        .continueAs("guessed@example.com")
                        .screen()
                        .page());

        assertThat(Taken.granted(takers.guess(i -> "10.89.0.2"))).hasSize(9);
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(9);
    }

    @Test
    void of_fifty_wrong_guesses_at_one_code_five_are_compared() throws Exception {
        Browser browser = Browser.create();
        CodePage page = browser.open(app).continueAs("nobody-there@example.com");

        AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.guess(
                        browser.tab(),
                        page.form().at(cluster.node(i).baseUri()),
                        Collections.nCopies(40, "ZZZZ-ZZZ" + i)))
                .toList());
        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isBetween(1, 5);
        AtOnce.guess(browser.tab(), page.form().at(cluster.node(0).baseUri()), Collections.nCopies(40, "ZZZZ-ZZZX"))
                .call();

        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(5);
    }

    @Test
    void of_twenty_right_answers_one_signs_in_and_none_does_later() throws Exception {
        realm.user("eager@example.com");
        Browser browser = Browser.create();
        CodePage page = browser.open(app).continueAs("eager@example.com");
        Form right = page.form().with("code", Inbox.of("eager@example.com").lastCode());
        Browser later = browser.tab();

        List<Page> pages = AtOnce.send(IntStream.range(0, 20)
                .mapToObj(
                        i -> AtOnce.post(browser.tab(), right.at(cluster.node(i).baseUri())))
                .toList());

        assertThat(pages.stream().filter(AtOnce::isLogin)).hasSize(1);
        assertThat(AtOnce.isLogin(later.submit(right))).isFalse();
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void of_twenty_browsers_that_confirm_a_link_one_is_signed_in() throws Exception {
        realm.user("popular@example.com");
        Browser.create().open(app).continueAs("popular@example.com");
        URI link = Inbox.of("popular@example.com").lastLink();
        List<LinkPage> opened = IntStream.range(0, 20)
                .mapToObj(i -> LinkPage.elsewhere(Browser.create(), link))
                .toList();

        List<Page> pages = AtOnce.send(IntStream.range(0, opened.size())
                .mapToObj(i -> AtOnce.post(
                        opened.get(i).screen().browser(),
                        opened.get(i).form().at(cluster.node(i).baseUri())))
                .toList());

        assertThat(pages.stream().filter(Page::hasLeft)).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }
}
