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
import org.jspecify.annotations.Nullable;
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
        Form form = write(envelope, content);
        mail(recipient).send(form.subject(), List.of(realmName()), form.template(), content, envelope.to());
    }

    private Form write(Envelope envelope, Map<String, Object> content) {
        if (letter instanceof ProofLetter proof) {
            return write(proof, envelope.userId(), content);
        }
        return letter instanceof Invitation invitation
                ? write(invitation, content)
                : write(((SecurityNotice) letter).news(), content);
    }

    private static Form write(SecurityNotice.News news, Map<String, Object> content) {
        content.put("heading", news.heading());
        content.put("factor", news.factor());
        content.put("isLastGone", news.isLastGone());
        return Form.SECURITY_NOTICE;
    }

    private Form write(ProofLetter proof, @Nullable String userId, Map<String, Object> content) {
        MailLinks links = new MailLinks(session, proof);
        boolean hasCode = proof.contents().kind().hasCode();
        content.put("notMeLink", links.notMe(userId));
        if (userId == null) {
            return Form.NOTICE;
        }
        content.put("signInLink", links.signIn(userId));
        content.put("code", hasCode ? CodeAlphabet.grouped(proof.code()) : "");
        content.put("lifespanMinutes", Math.max(1, Math.round(lifespan().toSeconds() / 60.0)));
        return hasCode ? Form.CODE : Form.LINK;
    }

    private Form write(Invitation invitation, Map<String, Object> content) {
        Span span = Span.of(lifespan());
        content.put("signInLink", invitation.links().signIn().toString());
        content.put("notMeLink", invitation.links().notMe().toString());
        content.put("lifespan", span.count());
        content.put("lifespanUnit", span.unit());
        return Form.INVITATION;
    }

    private Duration lifespan() {
        return Duration.between(letter.request().askedAt(), letter.expiresAt());
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

    /** The kinds of mail: which subject, which template. */
    private enum Form {
        CODE("cloakroomCodeSubject", "cloakroom-code.ftl"),
        LINK("cloakroomLinkSubject", "cloakroom-code.ftl"),
        NOTICE("cloakroomNoticeSubject", "cloakroom-notice.ftl"),
        INVITATION("cloakroomInvitationSubject", "cloakroom-invitation.ftl"),
        SECURITY_NOTICE("cloakroomSecurityNoticeSubject", "cloakroom-security-notice.ftl");

        private final String subject;
        private final String template;

        Form(String subject, String template) {
            this.subject = subject;
            this.template = template;
        }

        String subject() {
            return subject;
        }

        String template() {
            return template;
        }
    }
}
