package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.Mail;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** How mails look on a real server, and what a realm may change about it. */
class MailLookIT extends CloakroomIT {

    private static final String SERVICE = "<b>Ada</b> & \"Söhne\"";
    private static final String APP = "</title><script>alert(1)</script>\r\n\r\nhttps://evil.example\r\n";
    private static final String SHOWN_APP = "</title><script>alert(1)</script> https://evil.example";

    private final TestRealm realm = realms.once("mail-look", MailLookIT::brand);

    @Test
    void names_are_words_in_both_parts_and_in_the_subject() {
        realm.user("names@example.com");

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("names@example.com");
        Mail mail = Inbox.of("names@example.com").awaitMail();
        Document html = Jsoup.parse(mail.html());

        assertThat(html.select("script, img, link, b, [onclick], [src]")).isEmpty();
        assertThat(html.text()).contains("App: " + SHOWN_APP, "sign in to " + SERVICE);
        assertThat(mail.text()).contains("App: " + SHOWN_APP, "sign in to " + SERVICE);
        assertThat(mail.links()).allMatch(link -> link.toString().startsWith(realm.issuer() + "/cloakroom/"));
        assertThat(mail.subject()).endsWith("Your sign-in code for " + SERVICE);
    }

    @Test
    void a_subject_shows_the_code_where_the_setting_says_so() {
        realm.user("subject@example.com");

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("subject@example.com");
        Mail mail = Inbox.of("subject@example.com").awaitMail();

        assertThat(mail.subject()).startsWith(mail.code() + " ");
    }

    @Test
    void a_realm_gives_its_mails_an_accent_and_nothing_but_an_accent() {
        realm.user("accent@example.com");

        Browser.create().open(DemoApp.of(realm.issuer())).continueAs("accent@example.com");
        String html = Inbox.of("accent@example.com").awaitMail().html();

        assertThat(Jsoup.parse(html).select(".cloakroom-accent"))
                .isNotEmpty()
                .allMatch(element -> element.attr("bgcolor").equals("#0a7b34"));
        assertThat(html).doesNotContain("display:none}");
    }

    @Test
    void a_mail_reads_from_right_to_left_where_its_language_does() {
        realm.user("qari@example.com");

        Browser.create()
                .open(DemoApp.of(realm.issuer()).with("ui_locales", "ar"))
                .continueAs("qari@example.com");
        Document html = Jsoup.parse(Inbox.of("qari@example.com").awaitMail().html());

        assertThat(html.select("[dir=rtl][lang=ar]"))
                .extracting(Element::tagName)
                .containsExactly("html", "div");
        assertThat(html.select(".cloakroom-code").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void keycloaks_own_mails_look_like_ours() {
        realm.user("actions@example.com").executeActionsEmail(List.of("UPDATE_PASSWORD"));
        Mail mail = Inbox.of("actions@example.com").awaitMail();
        Document html = Jsoup.parse(mail.html());

        assertThat(html.select("h1").text()).isEqualTo(mail.subject());
        assertThat(html.select(".cloakroom-card .cloakroom-accent a")).hasSize(1);
        assertThat(html.select(".cloakroom-card a").attr("href")).contains("/login-actions/action-token?key=");
        assertThat(html.select("script, img, [onclick], [src]")).isEmpty();
        assertThat(html.text()).contains(SERVICE);
    }

    private static void brand(RealmRepresentation realm) {
        realm.setDisplayName(SERVICE);
        realm.getClients().forEach(client -> client.setName(APP));
        Map<String, String> attributes = new HashMap<>(realm.getAttributesOrEmpty());
        attributes.put("cloakroom.brand.accent", "#0a7b34");
        attributes.put("cloakroom.brand.accentDark", "red}*{display:none}");
        realm.setAttributes(attributes);
        StepSettings.of(realm, "cloakroom-email-otp").set("codeInSubject", "on");
    }
}
