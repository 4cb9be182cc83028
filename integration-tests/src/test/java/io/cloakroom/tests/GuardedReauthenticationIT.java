package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.browser.Form;
import io.cloakroom.tests.keycloak.Credentials;
import io.cloakroom.tests.keycloak.Flow;
import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.oidc.DemoApp;
import io.cloakroom.tests.pages.Screen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever finds an open session has no more guesses at its password than anybody else. */
class GuardedReauthenticationIT extends CloakroomIT {

    private static final String PIA = "pia@example.com";
    private static final String FORM = "kc-form-login";

    private final TestRealm realm = realms.copy("guarded-again", representation -> {
        Flow.of(representation, "guarded password")
                .alternative("auth-cookie", Map.of())
                .alternative("cloakroom-username-password-form", Map.of());
        representation.setBrowserFlow("guarded password");
        representation.setWebAuthnPolicyPasswordlessPasskeysEnabled(false);
    });
    private final DemoApp demo = DemoApp.of(realm.issuer());

    /** Keycloak takes a post for a password where passkeys are off, whatever else is in it. */
    @Test
    void a_password_that_comes_as_a_passkey_is_compared_with_nothing() {
        realm.user(PIA, user -> user.setCredentials(List.of(Credentials.password("right"))));
        Screen first = browser.open(demo::screen);
        first.submit(first.page().form(FORM).with("username", PIA).with("password", "right"))
                .signedIn();
        Screen again = browser.open(demo.with("prompt", "login")::screen);
        Form forged = again.page().form(FORM).with("password", "right");
        for (String field : List.of("credentialId", "clientDataJSON", "authenticatorData", "signature")) {
            forged = forged.with(field, "AAAA");
        }

        Screen refused = again.submit(forged.with("userHandle", ""));

        assertThat(refused.page().hasLeft()).isFalse();
        assertThat(refused.submit(refused.page().form(FORM).with("password", "right"))
                        .page()
                        .hasLeft())
                .isTrue();
    }
}
