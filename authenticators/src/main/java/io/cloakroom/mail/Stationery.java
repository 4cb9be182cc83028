package io.cloakroom.mail;

import io.cloakroom.flow.Moment;
import io.cloakroom.proof.CodeAlphabet;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Writes a letter as a mail: which template, in which language, with what in it. */
final class Stationery {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Letter letter;

    Stationery(KeycloakSession session, Letter letter) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.letter = letter;
    }

    /** Mails it to whom the envelope says. */
    void send(Envelope envelope, UserModel recipient) throws EmailException {
        Locale locale = session.getContext().resolveLocale(recipient);
        Map<String, Object> content = new HashMap<>();
        content.put("appName", appName(locale));
        content.put("askedAt", Moment.text(letter.request().askedAt(), locale));
        content.put("browser", letter.request().browser());
        MailLinks links = new MailLinks(session, letter);
        content.put("notMeLink", links.notMe(envelope.userId()));
        if (envelope.userId() != null) {
            content.put("signInLink", links.signIn(envelope.userId()));
            content.put("code", letter.contents().kind().hasCode() ? CodeAlphabet.grouped(letter.code()) : "");
            content.put("expiresAt", Moment.text(letter.expiresAt(), locale));
            content.put("lifespanMinutes", minutes());
            mail(recipient).send(subject(), List.of(realmName()), "cloakroom-code.ftl", content, envelope.to());
        } else {
            mail(recipient)
                    .send(
                            "cloakroomNoticeSubject",
                            List.of(realmName()),
                            "cloakroom-notice.ftl",
                            content,
                            envelope.to());
        }
    }

    private String subject() {
        return letter.contents().kind().hasCode() ? "cloakroomCodeSubject" : "cloakroomLinkSubject";
    }

    private EmailTemplateProvider mail(UserModel recipient) {
        return session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient);
    }

    private long minutes() {
        Duration lifespan = Duration.between(letter.request().askedAt(), letter.expiresAt());
        return Math.max(1, Math.round(lifespan.toSeconds() / 60.0));
    }

    private String realmName() {
        return Optional.ofNullable(realm.getDisplayName())
                .filter(name -> !name.isBlank())
                .orElseGet(realm::getName);
    }

    /** The client's name as its pages show it: Keycloak's own clients are named by a message key. */
    private String appName(Locale locale) {
        ClientModel client = session.getContext().getClient();
        if (client == null) {
            return "";
        }
        String name = Optional.ofNullable(client.getName())
                .filter(text -> !text.isBlank())
                .orElseGet(client::getClientId);
        return name.startsWith("${") && name.endsWith("}")
                ? message(name.substring(2, name.length() - 1), locale)
                : name;
    }

    private String message(String key, Locale locale) {
        try {
            return session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getMessages(locale)
                    .getProperty(key, key);
        } catch (IOException e) {
            return key;
        }
    }
}
