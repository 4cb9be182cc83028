package io.cloakroom.mail;

import io.cloakroom.flow.Moment;
import io.cloakroom.link.Links;
import java.io.IOException;
import java.net.URI;
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
        content.put("expiresAt", Moment.text(letter.expiresAt(), locale));
        content.put("browser", letter.request().browser());
        Form form = write(envelope, content, locale);
        mail(recipient).send(form.subject(), List.of(realmName()), form.template(), content, envelope.to());
    }

    private Form write(Envelope envelope, Map<String, Object> content, Locale locale) {
        if (letter instanceof ProofLetter proof) {
            return new ProofMail(new MailLinks(session, proof), proof).write(envelope, content);
        }
        return letter instanceof Invitation invitation
                ? write(invitation, content)
                : write(((SecurityNotice) letter).news(), content, locale);
    }

    private Form write(SecurityNotice.News news, Map<String, Object> content, Locale locale) {
        content.put("heading", news.heading());
        content.put("intro", news.intro());
        content.put("advice", news.advice());
        content.put("factor", news.factor());
        content.put("detail", news.detail().apply(locale));
        content.put("isLastGone", news.isLastGone());
        content.put(
                "stopLink",
                Optional.ofNullable(news.stop())
                        .flatMap(stop -> letter.request().base().map(base -> new Links(session).notMe(base, stop)))
                        .map(URI::toString)
                        .orElse(""));
        return new Form("cloakroomSecurityNoticeSubject", "cloakroom-security-notice.ftl");
    }

    private Form write(Invitation invitation, Map<String, Object> content) {
        Span span = Span.of(Duration.between(letter.request().askedAt(), letter.expiresAt()));
        content.put("signInLink", invitation.links().signIn().toString());
        content.put("notMeLink", invitation.links().notMe().toString());
        content.put("lifespan", span.count());
        content.put("lifespanUnit", span.unit());
        return new Form("cloakroomInvitationSubject", "cloakroom-invitation.ftl");
    }

    private EmailTemplateProvider mail(UserModel recipient) {
        return session.getProvider(EmailTemplateProvider.class).setRealm(realm).setUser(recipient);
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

    /**
     * A kind of mail.
     *
     * @param subject key of the subject, which takes the name of the realm
     * @param template which template
     */
    record Form(String subject, String template) {}
}
