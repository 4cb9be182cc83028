package io.cloakroom.tests;

import static io.cloakroom.tests.keycloak.FlowsApi.aliases;
import static io.cloakroom.tests.keycloak.FlowsApi.changes;
import static io.cloakroom.tests.keycloak.FlowsApi.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.AdminApi.Answer;
import io.cloakroom.tests.keycloak.FlowsApi;
import io.cloakroom.tests.keycloak.StockRealm;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** One request gives a realm that has never heard of us all that it needs, and takes nothing from it. */
class InstallIT extends CloakroomIT {

    private static final List<String> FLOWS =
            List.of("cloakroom browser", "cloakroom sign-up", "cloakroom recovery", "cloakroom browser with password");

    private final TestRealm realm = realms.copy("install", StockRealm::withoutUs);
    private final FlowsApi api = FlowsApi.of(keycloak, realm);

    @Test
    void one_request_and_people_sign_in_by_email() {
        realm.user("new@example.com");

        Answer answer = api.install("{\"bind\": true}");
        SignedIn signedIn = signIn("new@example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(changes(answer))
                .containsExactly(
                        "flow cloakroom browser: created",
                        "flow cloakroom sign-up: created",
                        "flow cloakroom recovery: created",
                        "flow cloakroom browser with password: created",
                        "required action cloakroom-recovery-alert: created",
                        "required action cloakroom-passkey-offer: created",
                        "protocol mapper authentication methods: created",
                        "binding browser: bound",
                        "binding registration: bound",
                        "binding reset credentials: bound");
        assertThat(bindings()).containsExactly("cloakroom browser", "cloakroom sign-up", "cloakroom recovery");
        assertThat(signedIn.idToken().amr()).containsExactly("email-otp");
        assertThat(signedIn.idToken().acr()).isEqualTo("1");
    }

    @Test
    void the_same_request_again_changes_nothing() {
        api.install("{\"bind\": true}");
        String before = api.export();

        Answer again = api.install("{\"bind\": true}");

        assertThat(changes(again)).hasSize(10).allMatch(change -> change.endsWith(": unchanged"));
        assertThat(api.export()).isEqualTo(before);
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() {
        String before = api.export();

        Answer dry = api.install("{\"dryRun\": true, \"bind\": true}");
        String after = api.export();
        Answer real = api.install("{\"bind\": true}");

        assertThat(after).isEqualTo(before);
        assertThat(dry.json()).containsEntry("dryRun", true);
        assertThat(real.json()).containsEntry("dryRun", false);
        assertThat(dry.json().get("changes")).isEqualTo(real.json().get("changes"));
    }

    @Test
    void nothing_is_bound_unless_asked_for() {
        Answer answer = api.install();

        assertThat(bindings()).containsExactly("browser", "registration", "reset credentials");
        assertThat(note(answer, "binding", "browser")).contains("'browser'", "bind=true");
        assertThat(aliases(realm)).containsAll(FLOWS);
    }

    @Test
    void what_is_not_ready_is_said_and_not_changed() {
        RealmRepresentation bare = realm.admin().toRepresentation();
        bare.setSmtpServer(Map.of());
        bare.setRegistrationAllowed(false);
        bare.setResetPasswordAllowed(false);
        TestRealm unprepared = realms.copy("install-bare", StockRealm::withoutUs);
        bare.setRealm("install-bare");
        unprepared.admin().update(bare);

        Answer answer = FlowsApi.of(keycloak, unprepared).install();

        assertThat(String.valueOf(answer.json().get("warnings")))
                .contains("no mail server", "User registration", "Forgot password", "Verify email");
        assertThat(unprepared.admin().toRepresentation().isRegistrationAllowed())
                .isFalse();
    }

    @Test
    void the_reference_realm_lacks_nothing_but_the_claim_for_further_clients() {
        TestRealm reference = realms.copy("install-reference");
        reference.user("both@example.com");

        Answer answer = FlowsApi.of(keycloak, reference).install("{\"bind\": true}");
        SignedIn signedIn = browser.open(DemoApp.of(reference.issuer()))
                .continueAs("both@example.com")
                .enter(Inbox.of("both@example.com").lastCode());

        assertThat(changes(answer).stream().filter(change -> !change.endsWith(": unchanged")))
                .containsExactly("protocol mapper authentication methods: created");
        assertThat(signedIn.idToken().amr()).containsExactly("email-otp");
    }

    @Test
    void a_required_action_that_somebody_has_disabled_stays_disabled() {
        api.install();
        RequiredActionProviderRepresentation offer = realm.admin().flows().getRequiredAction("cloakroom-passkey-offer");
        offer.setEnabled(false);
        realm.admin().flows().updateRequiredAction(offer.getAlias(), offer);

        Answer answer = api.install();

        assertThat(note(answer, "required action", "cloakroom-passkey-offer")).contains("disabled");
        assertThat(realm.admin()
                        .flows()
                        .getRequiredAction("cloakroom-passkey-offer")
                        .isEnabled())
                .isFalse();
    }

    @Test
    void of_many_requests_at_once_one_installs() throws Exception {
        // What is remembered stays the same, so that no row of the database keeps two of them apart.
        api.install();
        realm.admin().flows().deleteFlow(realm.flowId("cloakroom recovery"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                requests.add(api::install);
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }

            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 200)
                            .filter(answer -> changes(answer).contains("flow cloakroom recovery: created")))
                    .hasSize(1);
            assertThat(aliases(realm)).doesNotHaveDuplicates().containsAll(FLOWS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void each_change_is_an_admin_event_and_a_dry_run_or_no_change_is_none() {
        realm.admin().clearAdminEvents();

        api.install("{\"dryRun\": true}");
        assertThat(realm.admin().getAdminEvents()).isEmpty();
        api.install("{\"bind\": true}");
        List<AdminEventRepresentation> events = realm.admin().getAdminEvents();
        api.install("{\"bind\": true}");

        assertThat(realm.admin().getAdminEvents()).hasSize(events.size());
        assertThat(events)
                .extracting(event -> event.getOperationType() + " " + event.getResourceType() + " "
                        + event.getDetails().get("name"))
                .containsExactlyInAnyOrder(
                        "CREATE AUTH_FLOW cloakroom browser",
                        "CREATE AUTH_FLOW cloakroom sign-up",
                        "CREATE AUTH_FLOW cloakroom recovery",
                        "CREATE AUTH_FLOW cloakroom browser with password",
                        "CREATE REQUIRED_ACTION cloakroom-recovery-alert",
                        "CREATE REQUIRED_ACTION cloakroom-passkey-offer",
                        "CREATE PROTOCOL_MAPPER authentication methods",
                        "UPDATE REALM browser",
                        "UPDATE REALM registration",
                        "UPDATE REALM reset credentials");
    }

    private SignedIn signIn(String address) {
        return browser.open(DemoApp.of(realm.issuer()))
                .continueAs(address)
                .enter(Inbox.of(address).lastCode());
    }

    private List<String> bindings() {
        RealmRepresentation now = realm.admin().toRepresentation();
        return List.of(now.getBrowserFlow(), now.getRegistrationFlow(), now.getResetCredentialsFlow());
    }
}
