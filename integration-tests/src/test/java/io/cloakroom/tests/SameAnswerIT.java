package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.browser.Page;
import io.cloakroom.tests.keycloak.Accounts;
import io.cloakroom.tests.keycloak.StepSettings;
import io.cloakroom.tests.keycloak.TestRealm;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Promise 1: until a proof is accepted, nobody learns from an answer whether the address has an account, or which kind.
 * All kinds of accounts walk the same way side by side, and every answer is compared with the stranger's.
 */
class SameAnswerIT extends CloakroomIT {

    private static final int RESEND_WAIT = 30;
    private static final int LIFESPAN = 34;
    private final TestRealm realm = realms.copy("same-answer", representation -> {
        StepSettings.of(representation, "cloakroom-email-otp")
                .set("codeLifespan", "" + LIFESPAN)
                .set("mailsPerAddressAndNetwork", "3/1h");
        List.of("cloakroom-identify", "cloakroom-sign-up", "cloakroom-recovery")
                .forEach(step -> StepSettings.of(representation, step).set("mailsPerAddressAndNetwork", "3/1h"));
    });

    private final Map<Way, Map<String, Walker>> walkers = new LinkedHashMap<>();

    @Test
    void every_kind_of_account_gets_the_strangers_answers() throws InterruptedException {
        setOut();

        together("start", Walker::start);
        together("a wrong code", walker -> walker.post("code", "ZZZZ-ZZZZ"));
        together("no code", walker -> walker.post("code", ""));
        together("a resend that comes too early", walker -> walker.post("resend", "on"));
        together("the list of other ways", walker -> walker.post("tryAnotherWay", "on"));
        together("the only one of them", Walker::chooseTheOnlyWay);
        together("a refresh", Walker::refresh);
        together("another language", Walker::switchLanguage);
        together("back to the address", walker -> walker.post("change", "on"));
        together("the same address again", Walker::claimAgain);
        Thread.sleep(Duration.ofSeconds(RESEND_WAIT).toMillis());
        together("a resend in time", walker -> walker.post("resend", "on"));
        for (int guess = 1; guess <= 6; guess++) {
            together("guess " + guess, walker -> walker.post("code", "ZZZZ-ZZZZ"));
        }
        together("a refresh of what was tried too often", Walker::refresh);
        Thread.sleep(Duration.ofSeconds(LIFESPAN).toMillis());
        together("after the deadline", walker -> walker.post("code", "ZZZZ-ZZZZ"));
        together("a restart", Walker::restart);
        together("a fourth mail, which is one too many", Walker::claimAgain);
        together("a second browser", Walker::start);
        walkers.values()
                .forEach(kinds ->
                        assertThat(kinds.get("stranger").last().status()).isEqualTo(429));
    }

    /** An account of each kind on each of the ways. */
    private void setOut() {
        Map<String, String> accounts = Accounts.create(realm);
        for (Way way : Way.values()) {
            Map<String, Walker> kinds = new LinkedHashMap<>();
            accounts.forEach((kind, address) -> kinds.put(kind, new Walker(way, realm.issuer(), address)));
            walkers.put(way, kinds);
        }
    }

    private void together(String step, Consumer<Walker> walk) {
        walkers.forEach((way, kinds) -> {
            kinds.values().forEach(walk);
            Map<String, String> seen = new LinkedHashMap<>();
            kinds.forEach((kind, walker) -> seen.put(kind, walker.fingerprint()));
            seen.forEach((kind, fingerprint) -> assertThat(fingerprint)
                    .as("%s: %s, %s account", way, step, kind)
                    .isEqualTo(seen.get("stranger")));
        });
    }

    /** One person on their way, and what they have seen since the last comparison. */
    private static final class Walker {

        private final Way way;
        private final URI issuer;
        private final String address;
        private Browser browser;
        private Page page;
        private int compared;

        Walker(Way way, URI issuer, String address) {
            this.way = way;
            this.issuer = issuer;
            this.address = address;
        }

        void start() {
            browser = Browser.at(way.network());
            compared = 0;
            page = way.open(browser, issuer);
            claimAgain();
        }

        void claimAgain() {
            page = browser.submit(way.claim(page, address));
        }

        void post(String field, String value) {
            page = browser.submit(page.form("cloakroom-code-form").with(field, value));
        }

        void chooseTheOnlyWay() {
            var ways = page.document().select("[name=authenticationExecution]");
            assertThat(ways).as("ways to go on on %s", page).hasSize(1);
            page = browser.submit(
                    page.form("kc-select-credential-form").with("authenticationExecution", ways.attr("value")));
        }

        void refresh() {
            page = browser.get(page.form("cloakroom-code-form").page());
        }

        void switchLanguage() {
            page = browser.get(page.exchange().uri().resolve(localeLink("de")));
            page = browser.get(page.exchange().uri().resolve(localeLink("en")));
        }

        /** Keycloak begins anew with the sign-in, whichever way it was. */
        void restart() {
            String restart = page.exchange()
                    .uri()
                    .toString()
                    .replaceFirst("/login-actions/[a-z-]+\\?", "/login-actions/restart?");
            page = browser.get(URI.create(restart));
            page = switch (way) {
                case SIGN_UP -> follow("#cloakroom-to-sign-up");
                case RECOVERY -> follow("#cloakroom-to-recovery");
                case SIGN_IN, SIGN_IN_BESIDE_A_PASSWORD -> page;
            };
        }

        private Page follow(String link) {
            return browser.get(URI.create(page.document().select(link).attr("abs:href")));
        }

        Exchange last() {
            return page.exchange();
        }

        /** Every answer since the last comparison, redirects included. */
        String fingerprint() {
            List<String> seen = new ArrayList<>();
            List<Exchange> exchanges = browser.exchanges();
            exchanges.subList(compared, exchanges.size()).forEach(e -> seen.add(Fingerprint.of(e, address)));
            compared = exchanges.size();
            return String.join("\n----\n", seen);
        }

        private String localeLink(String language) {
            return page.document().select("#login-select-toggle option").stream()
                    .map(option -> option.attr("value"))
                    .filter(link -> link.contains("kc_locale=" + language))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link to " + language + " on " + page));
        }
    }
}
