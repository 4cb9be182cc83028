package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi;
import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.CheckedRealm;
import io.cloakroom.tests.keycloak.CheckedRealm.Said;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.FaultySmtp;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.mail.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Who may ask how a realm stands, what they see, and what it costs. */
class CheckSightIT extends CloakroomIT {

    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final TestRealm copy = realms.copy("check-sight");
    private final CheckedRealm realm = new CheckedRealm(copy);

    @Test
    void looking_takes_the_right_to_view_the_realm_and_a_mail_the_right_to_manage_it() {
        Map<String, List<Integer>> matrix = Map.of(
                "view-users", List.of(403, 403),
                "manage-clients", List.of(403, 403),
                "view-realm", List.of(200, 403),
                "manage-realm", List.of(200, 200));

        matrix.forEach((role, statuses) -> {
            String token = realm.administrator(role);
            assertThat(List.of(
                            realm.ask(token).answer().status(),
                            realm.orderMail(token).status()))
                    .as(role)
                    .isEqualTo(statuses);
        });
        assertThat(realm.ask("").answer().status()).isEqualTo(401);
        assertThat(realm.orderMail("").status()).isEqualTo(401);
    }

    @Test
    void an_administrator_of_another_realm_is_nobody_here() {
        TestRealm other = realms.copy("check-other");
        AdminApi.of(other).administrator("boss@example.com", "realm-admin");

        assertThat(realm.ask(AdminApi.of(other).tokenOf("boss@example.com"))
                        .answer()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_may_not_view_clients_or_providers_is_not_told_their_names() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("legacy");
        client.setAuthenticationFlowBindingOverrides(Map.of("browser", copy.flowId("browser")));
        copy.admin().clients().create(client).close();
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias("partner");
        provider.setProviderId("oidc");
        provider.setConfig(
                Map.of("clientId", "a", "authorizationUrl", "https://a.example/", "tokenUrl", "https://a.example/"));
        copy.admin().identityProviders().create(provider).close();

        Said all = realm.ask();
        Said some = realm.ask(realm.administrator("view-realm"));

        assertThat(all.findings()).contains("flow-stock-form error", "flow-proof note", "flow-proof warning");
        assertThat(all.toString()).contains("client 'legacy'");
        assertThat(all.found("flow-proof")).anyMatch(found -> found.contains("identity provider 'partner'"));
        assertThat(some.findings()).containsAll(all.findings()).contains("smtp-answer note");
        assertThat(some.answer().response().body()).doesNotContain("legacy", "partner", "demo-app");
    }

    @Test
    void nothing_secret_is_in_the_answer() {
        Said said = realm.with(Map.of(
                "smtpServer",
                Map.of(
                        "host", "127.0.0.1",
                        "port", "1",
                        "from", "no-reply@example.com",
                        "auth", "true",
                        "user", "mail-user",
                        "password", "mail-secret")));

        assertThat(said.findings()).contains("smtp-answer error");
        assertThat(said.answer().response().body()).doesNotContain("mail-user", "mail-secret", "boss@", "ada@");
    }

    @Test
    void a_mail_server_that_says_nothing_or_never_ends_holds_nobody_up() throws IOException {
        try (FaultySmtp silent = FaultySmtp.healthy();
                ServerSocket endless = endless()) {
            silent.hang();
            for (int port : new int[] {silent.port(), endless.getLocalPort()}) {
                Map<String, String> smtp =
                        Map.of("host", "127.0.0.1", "from", "a@example.com", "port", Integer.toString(port));
                Instant before = Instant.now();

                Said said = realm.with(Map.of("smtpServer", smtp));

                assertThat(said.findings()).contains("smtp-answer error");
                assertThat(Duration.between(before, Instant.now())).isLessThan(LONGEST);
            }
        }
    }

    @Test
    void whoever_is_no_mail_server_is_told_from_nobody() throws IOException {
        try (ServerSocket web = answering("HTTP/1.1 400 Bad Request\r\n\r\nsecret words")) {
            Said said = realm.with(Map.of(
                    "smtpServer",
                    Map.of(
                            "host", "127.0.0.1",
                            "from", "a@example.com",
                            "port", Integer.toString(web.getLocalPort()))));

            assertThat(said.found("smtp-answer"))
                    .singleElement()
                    .satisfies(found -> assertThat(found)
                            .contains("answers, and no conversation")
                            .doesNotContain("secret", "HTTP"));
        }
    }

    @Test
    void a_test_mail_comes_to_who_asks_for_it_so_often() {
        String boss = realm.boss();

        for (int i = 0; i < 5; i++) {
            assertThat(realm.orderMail(boss).json()).isEqualTo(Map.of("sent", true));
        }
        Answer refused = realm.orderMail(boss);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 600L);
        Inbox.of("boss@example.com").awaitCount(5);
        assertThat(MailServer.shared().mails()).hasSize(5);
    }

    @Test
    void a_test_mail_that_cannot_go_says_so() {
        String token = realm.administrator("manage-realm");
        String withoutAddress = keycloak.admin().tokenManager().getAccessTokenString();
        assertThat(realm.orderMail(withoutAddress).status()).isEqualTo(409);

        AdminApi.of(copy)
                .put(token, "", Map.of("smtpServer", Map.of("host", "127.0.0.1", "port", "1", "from", "a@b.example")));
        Answer answer = realm.orderMail(token);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(String.valueOf(answer.json().get("errorMessage"))).contains("KC-SERVICES0029");
    }

    /** A server that greets for ever, a line at a time. */
    private static ServerSocket endless() throws IOException {
        return serving(client -> {
            for (int i = 0; i < 60; i++) {
                client.getOutputStream().write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                Thread.sleep(500);
            }
        });
    }

    private static ServerSocket answering(String words) throws IOException {
        return serving(client -> client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII)));
    }

    private static ServerSocket serving(Conversation conversation) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(
                () -> {
                    while (!server.isClosed()) {
                        try (Socket client = server.accept()) {
                            conversation.with(client);
                        } catch (IOException e) {
                            // The client has gone, or the test is over.
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                },
                "no-mail-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private interface Conversation {
        void with(Socket client) throws IOException, InterruptedException;
    }
}
