package io.cloakroom.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.tests.keycloak.TestRealm;
import io.cloakroom.tests.pages.IdentifyPage;
import io.cloakroom.tests.pages.Screen;
import io.cloakroom.tests.phone.SoftPasskey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.CredentialRepresentation;

/** What the stories of passkeys on the first page share: a member who has one, and the refusal that is the same for all. */
abstract class PasskeyPosts extends CloakroomIT {

    private static final String KIND = "That passkey did not work here";

    final SoftPasskey passkey = SoftPasskey.create();

    /** Where the members of the story are. */
    abstract TestRealm realm();

    final String member(String address, CredentialRepresentation... more) {
        return realm().user(address, user -> {
                    List<CredentialRepresentation> credentials = new ArrayList<>(List.of(more));
                    credentials.add(passkey.enrolledAs("webauthn-passwordless"));
                    user.setCredentials(credentials);
                })
                .toRepresentation()
                .getId();
    }

    final Screen submit(IdentifyPage page, String userId) {
        return page.submitPasskey(passkey.answer(page.screen().page(), userId));
    }

    /** For a page that nobody looks at: the challenge is not the point. */
    final Map<String, String> answerFor(String userId, SoftPasskey key) {
        return key.answer("challenge", "http://localhost", "localhost", userId);
    }

    static Map<String, String> tampered(Map<String, String> answer) {
        Map<String, String> other = new HashMap<>(answer);
        other.put("signature", Base64.getUrlEncoder().encodeToString("no".getBytes(StandardCharsets.UTF_8)));
        return other;
    }

    static Screen assertRefused(Screen screen) {
        assertThat(screen.page().hasForm("cloakroom-identify-form"))
                .as("%s", screen.page())
                .isTrue();
        assertThat(screen.page().status()).isEqualTo(200);
        assertThat(screen.page().error()).contains(KIND);
        return screen;
    }
}
