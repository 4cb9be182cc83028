package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises 5 to 7 where requests of one login reach different nodes, and where nodes go away. */
class ClusterIT {

    private static final int ALLOWED = 5;

    private final Cluster cluster = Cluster.shared();
    private final ClusterNode here = cluster.node(0);
    private final ClusterNode there = cluster.node(1);
    private final Realms realms = new Realms(here);
    private final TestRealm realm = realms.copy("cluster");
    private final Browser browser = Browser.create();

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @Test
    void of_fifty_guesses_at_two_nodes_no_more_than_five_are_compared() throws Exception {
        realm.user("guessed@example.com");
        CodePage page = start("guessed@example.com");
        List<String> guesses = new ArrayList<>(
                IntStream.range(0, 49).mapToObj(i -> "ZZZZ-ZZ" + (10 + i)).toList());
        guesses.add(Inbox.of("guessed@example.com").lastCode());
        Collections.shuffle(guesses);

        List<Page> pages = AtOnce.send(IntStream.range(0, guesses.size())
                .mapToObj(i -> post(i, page.form().with("code", guesses.get(i))))
                .toList());

        int logins = (int) pages.stream().filter(AtOnce::isLogin).count();
        int wrong = realm.events().countWithDetail("cloakroom_reason", "wrong");
        assertThat(wrong + logins).as("guesses compared").isBetween(1, ALLOWED);
        assertThat(logins).isLessThanOrEqualTo(1);
    }

    @Test
    void of_fifty_wrong_guesses_at_two_nodes_five_are_compared() throws Exception {
        CodePage page = start("nobody-there@example.com");

        AtOnce.send(IntStream.range(0, 10)
                .mapToObj(i -> AtOnce.guess(
                        browser.tab(),
                        page.form().at(cluster.node(i % 2).baseUri()),
                        Collections.nCopies(40, "ZZZZ-ZZZ" + i)))
                .toList());

        assertThat(realm.events().countWithDetail("cloakroom_reason", "wrong")).isEqualTo(ALLOWED);
    }

    @Test
    void of_twenty_right_answers_at_two_nodes_one_signs_in() throws Exception {
        realm.user("eager@example.com");
        CodePage page = start("eager@example.com");
        Form right = page.form().with("code", Inbox.of("eager@example.com").lastCode());
        int before = cluster.accepted();

        List<Page> pages =
                AtOnce.send(IntStream.range(0, 20).mapToObj(i -> post(i, right)).toList());

        assertThat(cluster.accepted() - before).as("answers accepted").isEqualTo(1);
        assertThat(pages.stream().filter(AtOnce::isLogin)).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void of_twenty_starts_at_two_nodes_the_budget_lets_through_what_it_holds() throws Exception {
        TestRealm tight = realms.copy(
                "cluster-tight",
                representation ->
                        StepSettings.of(representation, "cloakroom-identify").set("mailsPerAddressAndNetwork", "7/1h"));
        List<Callable<Page>> starts = IntStream.range(0, 20)
                .mapToObj(i -> {
                    Browser one = Browser.at("10.61.0.1");
                    IdentifyPage page = one.open(DemoApp.of(cluster.node(i).issuer(tight.name())));
                    return AtOnce.post(
                            one,
                            page.form().with("username", "wanted@example.com").with("method", "email"));
                })
                .toList();

        List<Page> pages = AtOnce.send(starts);

        assertThat(pages.stream().filter(page -> page.status() == 200)).hasSize(7);
        assertThat(pages.stream().filter(page -> page.status() == 429)).hasSize(13);
    }

    @Test
    void a_code_outlives_the_node_that_mailed_it() {
        realm.user("survivor@example.com");
        CodePage page = start("survivor@example.com");
        String code = Inbox.of("survivor@example.com").lastCode();

        here.kill();

        assertThat(enter(page, code, there)).isEqualTo("survivor@example.com");
    }

    @Test
    void a_node_that_joins_later_knows_the_code() {
        realm.user("newcomer@example.com");
        CodePage page = start("newcomer@example.com");
        String code = Inbox.of("newcomer@example.com").lastCode();

        ClusterNode third = cluster.add();
        try {
            assertThat(enter(page, code, third)).isEqualTo("newcomer@example.com");
        } finally {
            cluster.remove(third);
        }
    }

    @Test
    void after_a_rotation_all_nodes_start_the_login_over() {
        realm.user("rotated@example.com");
        CodePage page = start("rotated@example.com");
        String code = Inbox.of("rotated@example.com").lastCode();

        realm.rotateHmacKey();
        Screen over = page.screen().submit(page.form().with("code", code).at(there.baseUri()));
        CodePage again = new IdentifyPage(over).continueAs("rotated@example.com");

        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(enter(again, Inbox.of("rotated@example.com").lastCode(), there))
                .isEqualTo("rotated@example.com");
    }

    @Test
    void a_spent_code_stays_spent_when_all_nodes_were_down() {
        realm.user("spent@example.com");
        Set<String> others = cluster.durableMarks();
        CodePage page = start("spent@example.com");
        String code = Inbox.of("spent@example.com").lastCode();
        Browser later = browser.tab();
        enter(page, code, there);
        Set<String> marks = cluster.durableMarks();

        cluster.restart();

        assertThat(marks).hasSize(others.size() + 1);
        assertThat(cluster.durableMarks()).containsAll(marks);
        for (ClusterNode node : cluster.nodes()) {
            Page again = later.tab().submit(page.form().with("code", code).at(node.baseUri()));
            assertThat(AtOnce.isLogin(again)).as(again.toString()).isFalse();
        }
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    /** Asks for a code at this node, in a login that began at the other one and will end there. */
    private CodePage start(String address) {
        IdentifyPage page = browser.open(DemoApp.of(there.issuer(realm.name())));
        Form form = page.form().with("username", address).with("method", "email");
        return new CodePage(page.screen().submit(form.at(here.baseUri())));
    }

    /** The address that the app learns when the code goes to that node. */
    private static String enter(CodePage page, String code, ClusterNode node) {
        Form form = page.form().with("code", code);
        return page.screen()
                .submit(form.at(node.baseUri()))
                .signedIn()
                .idToken()
                .email();
    }

    private Callable<Page> post(int turn, Form form) {
        return AtOnce.post(browser.tab(), form.at(cluster.node(turn).baseUri()));
    }
}
