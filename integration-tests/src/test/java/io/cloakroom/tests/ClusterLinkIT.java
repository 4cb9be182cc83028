package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Cluster;
import io.cloakroom.tests.keycloak.ClusterNode;
import io.cloakroom.tests.keycloak.Realms;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.mail.MailServer;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import io.cloakroom.tests.pages.LinkPage;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;

/** Promises 7 to 9 where links are opened at any node, and where all nodes go away. */
class ClusterLinkIT {

    private final Cluster cluster = Cluster.shared();
    private final ClusterNode here = cluster.node(0);
    private final ClusterNode there = cluster.node(1);
    private final TestRealm realm = new Realms(here).copy("cluster-links");
    private final Browser browser = Browser.create();

    @BeforeEach
    void empty_mailboxes() {
        MailServer.shared().empty();
    }

    @Test
    void of_twenty_browsers_that_confirm_at_two_nodes_one_is_signed_in() throws Exception {
        Mail mail = ask("popular@example.com");
        int before = cluster.accepted();
        List<LinkPage> opened = IntStream.range(0, 20)
                .mapToObj(i ->
                        LinkPage.elsewhere(Browser.create(), cluster.node(i).at(mail.link())))
                .toList();

        List<Page> pages = AtOnce.send(opened.stream()
                .map(page -> AtOnce.post(page.screen().browser(), page.form()))
                .toList());

        assertThat(pages.stream().filter(Page::hasLeft)).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
        assertThat(cluster.accepted() - before).as("links accepted").isEqualTo(1);
    }

    @Test
    void of_code_and_link_at_two_nodes_one_signs_in() throws Exception {
        realm.user("both@example.com");
        CodePage waiting = browser.open(DemoApp.of(here.issuer(realm.name()))).continueAs("both@example.com");
        Mail mail = Inbox.of("both@example.com").awaitMail();
        LinkPage opened = LinkPage.elsewhere(Browser.create(), there.at(mail.link()));

        List<Page> pages = AtOnce.send(List.of(
                AtOnce.post(browser, waiting.form().with("code", mail.code())),
                AtOnce.post(opened.screen().browser(), opened.form())));

        assertThat(pages.stream().filter(Page::hasLeft)).hasSize(1);
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void this_was_not_me_at_two_nodes_at_once_works_for_everybody_and_is_told_once() throws Exception {
        UserResource account = realm.user("hasty@example.com");
        Mail mail = Hand.at(DemoApp.of(here.issuer(realm.name()))).addPasskey("hasty@example.com");
        Browser owner = Browser.create();
        Form button = owner.get(NotMe.link(mail)).form("cloakroom-not-me-form");

        List<Page> pages = AtOnce.send(IntStream.range(0, 6)
                .mapToObj(
                        i -> AtOnce.post(owner.tab(), button.at(cluster.node(i).baseUri())))
                .toList());

        assertThat(pages).allMatch(page -> page.status() == 200);
        assertThat(account.credentials()).isEmpty();
        assertThat(account.getUserSessions()).isEmpty();
        assertThat(realm.events().withDetail("cloakroom_method", "not-me")).hasSize(1);
    }

    @Test
    void the_browser_that_asked_may_open_its_link_at_another_node() {
        realm.user("sticky@example.com");
        CodePage waiting = browser.open(DemoApp.of(here.issuer(realm.name()))).continueAs("sticky@example.com");
        URI link = Inbox.of("sticky@example.com").lastLink();

        LinkPage page = LinkPage.here(waiting, there.at(link));

        assertThat(page.text()).doesNotContain("another browser");
        assertThat(page.submit().page().hasLeft()).isTrue();
        assertThat(realm.events().ofType("LOGIN")).hasSize(1);
    }

    @Test
    void what_was_denied_at_one_node_is_dead_at_the_other() {
        Mail mail = ask("denied@example.com");
        LinkPage opened = LinkPage.elsewhere(Browser.create(), there.at(mail.link()));
        Browser owner = Browser.create();
        owner.submit(owner.get(here.at(mail.links().get(1))).form("cloakroom-not-me-form"));

        assertThat(opened.submit().page().hasLeft()).isFalse();
        assertThat(Browser.create().get(there.at(mail.link())).id()).isEqualTo("login-cloakroom-link-ended");
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
    }

    @Test
    void used_links_stay_used_when_all_nodes_were_down_and_unused_ones_still_work() {
        Mail byLink = ask("by-link@example.com");
        LinkPage.elsewhere(Browser.create(), byLink.link()).submit();
        realm.user("by-code@example.com");
        CodePage waiting =
                Browser.create().open(DemoApp.of(here.issuer(realm.name()))).continueAs("by-code@example.com");
        Mail byCode = Inbox.of("by-code@example.com").awaitMail();
        waiting.enter(byCode.code());
        Mail unused = ask("unused@example.com");

        cluster.restart();

        for (ClusterNode node : cluster.nodes()) {
            for (Mail mail : List.of(byLink, byCode)) {
                Page page = Browser.create().get(node.at(mail.link()));
                assertThat(page.textOf("#cloakroom-end")).as(page.toString()).contains("has been used");
            }
        }
        LinkPage.elsewhere(Browser.create(), there.at(unused.link())).submit();
        assertThat(realm.events().ofType("LOGIN")).hasSize(3);
    }

    private Mail ask(String address) {
        realm.user(address);
        Browser.create().open(DemoApp.of(here.issuer(realm.name()))).continueAs(address);
        return Inbox.of(address).awaitMail();
    }
}
