package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Chromium;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People who press twice, or do not wait for an answer. */
class ImpatientIT extends CloakroomIT {

    /** A browser whose prompts are counted, and wait for ever. What a field merely suggests is no prompt. */
    private static final String COUNT = """
            window.prompts = 0;
            const wait = ({ mediation }) => { window.prompts += mediation ? 0 : 1; return new Promise(() => {}); };
            Object.assign(navigator.credentials, { get: wait, create: wait });
            """;

    private static final String PRESS_TWICE = """
            const [id, answer] = arguments;
            document.getElementById(id).click();
            setTimeout(() => document.getElementById(id).click(), 100);
            setTimeout(() => answer(window.prompts), 400);
            """;

    private static final String PRESS_AND_LISTEN = """
            const answer = arguments[0];
            document.getElementById("cloakroom-passkey").click();
            setTimeout(() => answer(document.getElementById("cloakroom-passkey-cancelled").textContent), 400);
            """;

    /** Where ten seconds are a half. */
    private static final String HURRY =
            "const later = window.setTimeout; window.setTimeout = (act, delay) => later(act, delay / 20);";

    private final TestRealm realm = realms.copy("impatient");

    @Test
    void pressing_twice_asks_for_one_passkey() {
        try (Chromium chromium = atTheDoor()) {
            chromium.driver().executeScript(COUNT);

            assertThat(chromium.driver().executeAsyncScript(PRESS_TWICE, "cloakroom-passkey"))
                    .isEqualTo(1L);
        }
    }

    @Test
    void a_prompt_that_another_one_has_ended_is_no_news() {
        try (Chromium chromium = atTheDoor()) {
            chromium.driver().executeScript("""
                    navigator.credentials.get = () => Promise.reject(new DOMException("superseded", "AbortError"));
                    """);
            assertThat(chromium.driver().executeAsyncScript(PRESS_AND_LISTEN)).isEqualTo("");

            chromium.driver().executeScript("""
                    navigator.credentials.get = () => Promise.reject(new DOMException("cancelled", "NotAllowedError"));
                    """);
            assertThat(String.valueOf(chromium.driver().executeAsyncScript(PRESS_AND_LISTEN)))
                    .contains("No passkey was used");
        }
    }

    @Test
    void pressing_twice_adds_one_passkey() {
        try (Member member = Member.of(realm, "twice@example.com")) {
            member.visit();
            member.proveMailbox();
            member.chromium().await("#cloakroom-add");
            member.chromium().driver().executeScript(COUNT);

            assertThat(member.chromium().driver().executeAsyncScript(PRESS_TWICE, "cloakroom-add"))
                    .isEqualTo(1L);
        }
    }

    @Test
    void a_page_that_was_stopped_can_be_sent_again() {
        try (Chromium chromium = Chromium.open()) {
            chromium.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", HURRY));
            chromium.go(DemoApp.of(realm.issuer()).login().uri()).type("username", "stops@example.com");
            chromium.driver().executeScript("""
                    document.getElementById("cloakroom-identify-form")
                      .addEventListener("submit", (event) => event.preventDefault(), { once: true });
                    """);

            chromium.press("#cloakroom-email").await("#cloakroom-email:not(.cloakroom-sent)");
            chromium.press("#cloakroom-email").await("#code");
        }
    }

    private Chromium atTheDoor() {
        Chromium chromium = Chromium.open();
        chromium.go(DemoApp.of(realm.issuer()).login().uri()).await("#cloakroom-passkey");
        return chromium;
    }
}
