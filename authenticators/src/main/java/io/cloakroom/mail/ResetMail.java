package io.cloakroom.mail;

import jakarta.ws.rs.core.UriBuilder;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/** Writes Keycloak's own mail to reset credentials, with Keycloak's own link. */
final class ResetMail {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ResetLetter letter;

    ResetMail(KeycloakSession session, ResetLetter letter) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.letter = letter;
    }

    void send(Envelope envelope, UserModel recipient) throws EmailException {
        String link = UriBuilder.fromUri(letter.destination().page())
                .replaceQueryParam(Constants.KEY, token(envelope))
                .build()
                .toString();
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(recipient)
                .sendPasswordReset(link, letter.lifespan().toMinutes());
    }

    private String token(Envelope envelope) {
        String issuer = Urls.realmIssuer(letter.destination().base(), realm.getName());
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                envelope.userId(),
                envelope.to(),
                (int) letter.expiresAt().getEpochSecond(),
                letter.destination().loginId(),
                session.getContext().getClient().getClientId());
        token.issuedNow().issuer(issuer).audience(issuer);
        return session.tokens().encode(token);
    }
}
