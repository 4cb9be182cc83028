package io.cloakroom.mail;

import io.cloakroom.flow.BrowserName;
import io.cloakroom.limit.Network;
import io.cloakroom.link.LinkBase;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * The circumstances a mail tells its reader, gathered while the request is there.
 *
 * @param realmId where
 * @param clientId the app's id in the realm, or empty where it is about none
 * @param language the language of the page, as a BCP 47 tag, or null for the reader's own
 * @param browser what kind of browser asked, or empty where it does not say
 * @param askedAt when
 * @param base the server's address to build links on, or nothing where only the request names one
 * @param loginId what all logins of the browser that asks hang on, or empty where no browser asks
 * @param tabId the tab of the login that asks, or empty where none does
 * @param network where the request comes from
 */
public record MailRequest(
        String realmId,
        String clientId,
        @Nullable String language,
        String browser,
        Instant askedAt,
        Optional<URI> base,
        String loginId,
        String tabId,
        Network network) {

    /** Reads the circumstances of the request that is being answered. */
    public static MailRequest of(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        return new MailRequest(
                context.getRealm().getId(),
                context.getAuthenticationSession().getClient().getId(),
                session.getContext().resolveLocale(null).toLanguageTag(),
                BrowserName.of(session),
                Instant.ofEpochMilli(Time.currentTimeMillis()),
                LinkBase.of(session),
                context.getAuthenticationSession().getParentSession().getId(),
                context.getAuthenticationSession().getTabId(),
                Network.of(context.getConnection()));
    }

    /**
     * The circumstances of a mail that no browser has asked for: an administrator sends it, or something has happened.
     *
     * @param client the app it is about, or null where it is about none
     */
    public static MailRequest unasked(KeycloakSession session, @Nullable ClientModel client) {
        return new MailRequest(
                session.getContext().getRealm().getId(),
                client == null ? "" : client.getId(),
                null,
                "",
                Instant.ofEpochSecond(Time.currentTimeSeconds()),
                LinkBase.of(session),
                "",
                "",
                Network.of(session.getContext().getConnection()));
    }
}
