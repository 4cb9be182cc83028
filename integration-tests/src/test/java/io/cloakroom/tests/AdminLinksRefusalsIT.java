package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Who may order which link, and what is said to everybody else: always JSON, as the rest of the admin API says it. */
class AdminLinksRefusalsIT extends CloakroomIT {

    private static final List<String> UNREADABLE =
            List.of("", "null", "[]", "{", "\"text\"", "{} {}", "{\"client\": \"a\", \"client\": \"b\"}");

    private final TestRealm realm = realms.copy("admin-links-refusals", AdminLinksRefusalsIT::withClients);
    private final AdminApi api = AdminApi.of(realm);
    private String token = "";

    @BeforeEach
    void people() {
        realm.user("ann@example.com");
        api.administrator("boss@example.com", "manage-users", "impersonation");
        token = api.tokenOf("boss@example.com");
    }

    @Test
    void sending_takes_the_right_to_manage_and_receiving_the_right_to_impersonate_as_well() {
        // Statuses: sending, receiving, and both for an account that does not exist.
        Map<String, List<Integer>> matrix = Map.of(
                "none", List.of(403, 403, 403, 403),
                "manage-clients", List.of(403, 403, 403, 403),
                "query-users", List.of(403, 403, 403, 403),
                "view-users", List.of(403, 403, 404, 404),
                "manage-users", List.of(202, 403, 404, 404),
                "impersonation", List.of(403, 403, 403, 403),
                "manage-users,impersonation", List.of(202, 200, 404, 404));

        matrix.forEach((role, statuses) -> {
            String name = role.replace(',', '-') + "-admin@example.com";
            api.administrator(name, role.equals("none") ? new String[0] : role.split(","));
            String theirs = api.tokenOf(name);

            assertThat(List.of(
                            order(theirs, "ann@example.com", true).status(),
                            order(theirs, "ann@example.com", false).status(),
                            order(theirs, "nobody@example.com", true).status(),
                            order(theirs, "nobody@example.com", false).status()))
                    .as(role)
                    .isEqualTo(statuses);
        });
        assertThat(api.order("", Map.of()).status()).isEqualTo(401);
        assertThat(api.order("no.token.atall", Map.of()).status()).isEqualTo(401);
        Inbox.of("ann@example.com").awaitCount(2);
    }

    @Test
    void whoever_may_see_no_accounts_cannot_tell_whether_there_is_one() {
        api.administrator("curious@example.com", "query-users");
        String curious = api.tokenOf("curious@example.com");
        String id = realm.existing("ann@example.com").toRepresentation().getId();

        List<Answer> answers = List.of(
                order(curious, "ann@example.com", true),
                order(curious, "nobody@example.com", true),
                order(curious, "no address", true),
                api.order(curious, Map.of("user", id, "client", "demo-app")),
                api.order(curious, Map.of("user", "no-such-id", "client", "demo-app")));

        assertThat(answers.stream()
                        .map(answer -> answer.status() + answer.response().body()))
                .containsOnly("403" + answers.get(0).response().body());
    }

    @Test
    void an_administrator_of_another_realm_is_nobody_here() {
        TestRealm other = realms.copy("admin-links-other");
        AdminApi.of(other).administrator("boss@example.com", "realm-admin");

        Answer answer = order(AdminApi.of(other).tokenOf("boss@example.com"), "ann@example.com", false);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void what_cannot_be_read_is_refused_and_not_quoted() {
        for (String body : UNREADABLE) {
            Answer answer = api.post(token, "application/json", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(String.valueOf(answer.json().get("errorMessage"))).isNotBlank();
        }
        assertThat(api.post(token, "text/plain", "{}").status()).isEqualTo(415);
        assertThat(api.post(token, "text/plain", "{}").json()).containsKey("error");
    }

    @Test
    void an_account_that_cannot_be_signed_in_is_named() {
        realm.user("disabled@example.com", user -> user.setEnabled(false));
        realm.user("nobox", user -> user.setEmail(null));
        String nobox = realm.existing("nobox").toRepresentation().getId();

        assertRefused("email", Map.of("email", "nobody@example.com"), 404);
        assertRefused("email", Map.of("email", "no address"), 404);
        assertRefused("user", Map.of("user", "no-such-id"), 404);
        assertRefused("user", Map.of("user", "x", "email", "ann@example.com"));
        assertRefused("user", Map.of("email", "disabled@example.com"));
        assertRefused("user", Map.of("user", nobox));
        assertRefused("user", Map.of("user", serviceAccount(), "send", false));
    }

    @Test
    void every_field_that_is_wrong_is_named_and_nothing_is_sent_or_told() {
        for (String client : List.of("no-such-app", "switched-off", "api-only", "no-browser")) {
            assertRefused("client", Map.of("email", "ann@example.com", "client", client));
        }
        for (Object uri : List.of(
                "https://evil.example/", "javascript:alert(1)", "", "http://localhost:8081/" + "a".repeat(1000))) {
            assertRefused("redirectUri", Map.of("email", "ann@example.com", "redirectUri", uri));
        }
        for (Object lifespan : List.of(59, 604_801, -60, 0, 60.5, "60", "99999999999999999999")) {
            assertRefused("lifespan", Map.of("email", "ann@example.com", "lifespan", lifespan));
        }
        for (Object send : List.of("false", 0, List.of())) {
            assertRefused("send", Map.of("email", "ann@example.com", "send", send));
        }
        for (Object actions : List.of(
                List.of("NO_SUCH_ACTION"),
                List.of("TERMS_AND_CONDITIONS"),
                List.of(""),
                "UPDATE_PROFILE",
                List.of(1.5, Map.of()))) {
            assertRefused("requiredActions", Map.of("email", "ann@example.com", "requiredActions", actions));
        }
        assertRefused("lifespann", Map.of("email", "ann@example.com", "lifespann", 60));
        assertThat(Inbox.of("ann@example.com").count()).isZero();
        assertThat(realm.admin().getAdminEvents())
                .noneMatch(event -> "CLOAKROOM_MAGIC_LINK".equals(event.getResourceType()));
    }

    @Test
    void without_a_client_there_is_nowhere_to_go() {
        Answer answer = api.order(token, Map.of("email", "ann@example.com"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("field", "client");
    }

    @Test
    void a_link_is_never_built_on_what_the_request_says_the_server_is_called() {
        AdminApi elsewhere = api.sending("X-Forwarded-Host", "evil.example");
        String theirs = elsewhere.tokenOf("boss@example.com");

        for (boolean send : new boolean[] {true, false}) {
            Answer answer =
                    elsewhere.order(theirs, Map.of("email", "ann@example.com", "client", "demo-app", "send", send));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(String.valueOf(answer.json().get("errorMessage"))).contains("hostname");
        }
        assertThat(Inbox.of("ann@example.com").count()).isZero();
    }

    @Test
    void a_realm_without_a_mail_server_cannot_send() {
        RealmRepresentation mute = realm.admin().toRepresentation();
        mute.setSmtpServer(Map.of());
        realm.admin().update(mute);

        assertThat(order(token, "ann@example.com", true).status()).isEqualTo(409);
        assertThat(order(token, "ann@example.com", false).status()).isEqualTo(200);
    }

    @Test
    void a_link_lives_as_long_as_was_said() {
        for (long seconds : new long[] {60, 604_800}) {
            Map<String, Object> order =
                    Map.of("email", "ann@example.com", "client", "demo-app", "send", false, "lifespan", seconds);
            Instant before = Instant.now();
            String expiresAt = String.valueOf(api.order(token, order).json().get("expiresAt"));

            assertThat(Instant.parse(expiresAt))
                    .isBetween(before.plusSeconds(seconds - 2), Instant.now().plusSeconds(seconds));
        }
    }

    private Answer order(String theirs, String email, boolean send) {
        return api.order(theirs, Map.of("email", email, "client", "demo-app", "send", send));
    }

    private void assertRefused(String field, Map<String, Object> order) {
        assertRefused(field, order, 400);
    }

    private void assertRefused(String field, Map<String, Object> order, int status) {
        Map<String, Object> whole = new HashMap<>(Map.of("client", "demo-app"));
        whole.putAll(order);

        Answer answer = api.order(token, whole);

        assertThat(answer.status()).as("%s: %s", order, answer).isEqualTo(status);
        assertThat(answer.json()).as("%s", order).containsEntry("field", field).containsKey("errorMessage");
    }

    private String serviceAccount() {
        String client =
                realm.admin().clients().findByClientId("no-browser").get(0).getId();
        return realm.admin().clients().get(client).getServiceAccountUser().getId();
    }

    private static void withClients(RealmRepresentation realm) {
        ClientRepresentation off = client("switched-off");
        off.setEnabled(false);
        ClientRepresentation api = client("api-only");
        api.setBearerOnly(true);
        ClientRepresentation noBrowser = client("no-browser");
        noBrowser.setStandardFlowEnabled(false);
        noBrowser.setServiceAccountsEnabled(true);
        noBrowser.setPublicClient(false);
        realm.getClients().addAll(List.of(off, api, noBrowser));
    }

    private static ClientRepresentation client(String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setRedirectUris(List.of("http://localhost:8081/*"));
        return client;
    }
}
