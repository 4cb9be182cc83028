package io.cloakroom.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.models.RealmModel;

/**
 * Keycloak's mail to reset credentials, before anybody has looked whose they are.
 *
 * @param name a username or an address, as it was typed
 * @param userId whom a session has named already, or null where only the name says who it is
 * @param destination where the link leads
 * @param request who asked, from where and in which language
 * @param lifespan how long Keycloak takes the link for
 */
public record ResetLetter(
        String name, @Nullable String userId, Destination destination, MailRequest request, Duration lifespan)
        implements Letter {

    /** How long the realm lets a link to reset credentials live. */
    public static Duration lifespan(RealmModel realm) {
        return Duration.ofSeconds(realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE));
    }

    @Override
    public String about() {
        return "reset-credentials";
    }

    @Override
    public String method() {
        return "magic-link";
    }

    @Override
    public Instant expiresAt() {
        return request.askedAt().plus(lifespan);
    }

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "ResetLetter[hidden]";
    }

    /**
     * Where the link leads.
     *
     * @param base the server's own address
     * @param page the page behind the link, without its key
     * @param loginId the login that goes on there, as Keycloak's tokens name it
     */
    public record Destination(URI base, URI page, String loginId) {}
}
