package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.mail.Inbox;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.oidc.TokenEndpoint;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.SoftPasskey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** What {@code amr} says where Keycloak's own steps have done the asking, and wherever else an app reads it. */
class AmrIT extends CloakroomIT {

    private static final String PIA = "pia@example.com";
    private static final String RIGHT = "correct horse battery staple";

    @ParameterizedTest
    @ValueSource(strings = {"auth-username-password-form", "cloakroom-username-password-form"})
    void a_passkey_at_a_form_for_a_password_is_no_password(String form) {
        TestRealm realm = realms.copy("amr-" + form, representation -> {
            Flow.of(representation, "form").required(form);
            representation.setBrowserFlow("form");
        });
        SoftPasskey passkey = SoftPasskey.create();
        String id = realm.user(
                        PIA,
                        user -> user.setCredentials(
                                List.of(Credentials.password(RIGHT), passkey.enrolledAs("webauthn-passwordless"))))
                .toRepresentation()
                .getId();
        DemoApp demo = DemoApp.of(realm.issuer());

        Screen first = browser.open(demo::screen);
        IdToken byPasskey = first.submit(
                        new Form(first.page().form("webauth").action(), passkey.answer(first.page(), id)))
                .signedIn()
                .idToken();
        Screen second = browser.open(demo.with("prompt", "login")::screen);
        IdToken byPassword = second.submit(second.page()
                        .form("kc-form-login")
                        .with("username", PIA)
                        .with("password", RIGHT))
                .signedIn()
                .idToken();

        assertThat(byPasskey.amr()).containsExactly("pop", "passkey", "mfa");
        assertThat(byPassword.amr()).containsExactly("pwd");
    }

    @Test
    void a_password_at_the_token_endpoint_is_one() {
        TestRealm realm = realms.copy(
                "amr-grant",
                representation -> demoApp(representation.getClients()).setDirectAccessGrantsEnabled(true));
        realm.user(PIA, user -> user.setCredentials(List.of(Credentials.password(RIGHT))));

        assertThat(TokenEndpoint.of(realm.issuer()).amrOfPassword("demo-app", PIA, RIGHT))
                .containsExactly("pwd");
    }

    @Test
    void a_lightweight_token_tells_it_to_whoever_looks_into_it() {
        TestRealm realm = realms.copy("amr-light", representation -> {
            ClientRepresentation app = demoApp(representation.getClients());
            app.getAttributes().put("client.use.lightweight.access.token.enabled", "true");
            app.setProtocolMappers(Stream.concat(app.getProtocolMappers().stream(), Stream.of(forTheApi()))
                    .toList());
            representation.getClients().add(resourceServer());
        });
        realm.user(PIA);
        String token = Browser.create()
                .open(DemoApp.of(realm.issuer()))
                .continueAs(PIA)
                .enter(Inbox.of(PIA).lastCode())
                .accessToken();

        assertThat(TokenEndpoint.of(realm.issuer()).amrByIntrospection("api", "secret", token))
                .containsExactly("email-otp");
    }

    private static ClientRepresentation demoApp(List<ClientRepresentation> clients) {
        return clients.stream()
                .filter(client -> client.getClientId().equals("demo-app"))
                .findFirst()
                .orElseThrow();
    }

    private static ClientRepresentation resourceServer() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("api");
        client.setSecret("secret");
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        return client;
    }

    /** Keycloak tells nobody of a token that is not meant for them. */
    private static ProtocolMapperRepresentation forTheApi() {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("for the API");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of(
                "included.client.audience", "api", "lightweight.claim", "true", "introspection.token.claim", "true"));
        return audience;
    }
}
