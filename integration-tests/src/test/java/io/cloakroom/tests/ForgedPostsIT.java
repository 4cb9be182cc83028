package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Exchange;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.CodePage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

/** Posts that no page of ours would send: never a login, never an exception of ours. */
class ForgedPostsIT extends CloakroomIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestRealm realm = realms.once("forged", representation -> {});
    private final DemoApp demo = DemoApp.of(realm.issuer());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "code=",
                "code=%20",
                "code=ZZZZ-ZZZZ&code=YYYY-YYYY",
                "code[]=ZZZZ-ZZZZ",
                "code[0]=ZZZZ-ZZZZ",
                "code=%00",
                "code=%FF%FE",
                "code=%F0%9F%94%91",
                "otp=123456",
                "password=secret&username=victim%40example.com",
                "method=password&username=victim%40example.com&password=x",
                "tryAnotherWay=on",
                "tryAnotherWay=on&code=ZZZZ-ZZZZ",
                "authenticationExecution=",
                "authenticationExecution=nonsense",
                "switchOrganization=true",
                "resend=on&change=on&code=ZZZZ-ZZZZ",
                "cancel-aia=true",
                "cancel=true",
                "authenticatorData=AAAA&clientDataJSON=e30&signature=AAAA&credentialId=AAAA&userHandle=AAAA",
                "error=NotAllowedError",
                "{\"code\":\"ZZZZ-ZZZZ\"}"
            })
    void a_forged_body_signs_nobody_in(String body) throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");

        browser.post(page.form().action(), FORM, body);

        assertNobodyIsIn(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml"})
    void a_body_of_another_type_signs_nobody_in(String type) throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");

        browser.post(page.form().action(), type, "{\"code\":\"ZZZZ-ZZZZ\"}");

        assertNobodyIsIn(browser);
    }

    @Test
    void posting_to_any_other_step_of_the_realm_signs_nobody_in() throws IOException {
        victim();
        for (String execution : executions()) {
            Browser forger = Browser.create();
            CodePage page = forger.open(demo).continueAs("stranger-" + execution + "@example.com");

            forger.post(with(page.form().action(), "execution", execution), FORM, "username=victim%40example.com");
            forger.post(page.form().action(), FORM, "authenticationExecution=" + execution);

            assertNobodyIsIn(forger);
        }
    }

    @Test
    void a_stale_session_code_or_none_signs_nobody_in() throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");
        String right = Inbox.of("victim@example.com").lastCode();

        browser.post(with(page.form().action(), "session_code", "stale"), FORM, "code=" + right);
        browser.post(with(page.form().action(), "session_code", ""), FORM, "code=" + right);
        browser.post(with(page.form().action(), "tab_id", "other"), FORM, "code=" + right);
        browser.post(with(page.form().action(), "client_id", "account-console"), FORM, "code=" + right);

        assertNobodyIsIn(browser);
    }

    @Test
    void a_right_code_without_the_cookies_signs_nobody_in() throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");
        String right = Inbox.of("victim@example.com").lastCode();
        Browser thief = Browser.create();

        thief.post(page.form().action(), FORM, "code=" + right);

        assertNobodyIsIn(thief);
    }

    @Test
    void after_a_restart_the_old_code_is_worth_nothing() throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");
        String right = Inbox.of("victim@example.com").lastCode();
        URI here = page.screen().page().exchange().uri();

        browser.get(URI.create(here.toString().replaceFirst("/authenticate\\?", "/restart?")));
        browser.post(page.form().action(), FORM, "code=" + right);

        assertNobodyIsIn(browser);
    }

    @Test
    void a_get_with_the_right_code_in_its_query_signs_nobody_in() throws IOException {
        victim();
        CodePage page = browser.open(demo).continueAs("victim@example.com");
        String right = Inbox.of("victim@example.com").lastCode();

        browser.get(with(page.form().action(), "code", right));

        assertNobodyIsIn(browser);
    }

    private void victim() {
        if (realm.admin().users().searchByEmail("victim@example.com", true).isEmpty()) {
            realm.user("victim@example.com");
        }
    }

    private List<String> executions() {
        return realm.admin().flows().getFlows().stream()
                .flatMap(flow -> realm.admin().flows().getExecutions(flow.getAlias()).stream())
                .map(AuthenticationExecutionInfoRepresentation::getId)
                .distinct()
                .toList();
    }

    private static URI with(URI action, String parameter, String value) {
        String others = action.toString().replaceFirst("([?&])" + parameter + "=[^&]*&?", "$1");
        return URI.create(others + (others.endsWith("&") || others.endsWith("?") ? "" : "&") + parameter + "=" + value);
    }

    private void assertNobodyIsIn(Browser forger) throws IOException {
        assertThat(forger.cookies()).doesNotContainKeys("KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");
        assertThat(forger.exchanges().stream().map(Exchange::location).flatMap(Optional::stream))
                .noneMatch(location -> location.toString().matches("http://localhost:8081/.*[?&]code=.*"));
        assertThat(realm.events().ofType("LOGIN")).isEmpty();
        assertThat(ServerLog.of(keycloak.log()).exceptionsOfOurs()).isEmpty();
    }
}
