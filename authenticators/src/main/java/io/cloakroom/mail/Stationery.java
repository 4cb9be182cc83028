package io.cloakroom.mail;

import io.cloakroom.flow.Moment;
import io.cloakroom.link.Links;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

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
        Wording wording = new Wording(session, locale);
        Map<String, Object> content = new HashMap<>();
        content.put("brand", Brand.of(realm));
        content.put("serviceName", wording.serviceName());
        content.put("appName", wording.appName());
        content.put("askedAt", Moment.text(letter.request().askedAt(), locale));
        content.put("expiresAt", Moment.text(letter.expiresAt(), locale));
        content.put("browser", letter.request().browser());
        Form form = write(envelope, content, locale);
        Subject subject = subject(form, wording);
        mail(recipient).send(subject.key(), subject.values(), form.template(), content, envelope.to());
    }

    private static Subject subject(Form form, Wording wording) {
        return form.shownCode().isEmpty()
                ? new Subject(form.subject(), List.of(wording.serviceName()))
                : new Subject("cloakroomSubjectWithCode", List.of(wording.subject(form.subject()), form.shownCode()));
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

    /**
     * A kind of mail.
     *
     * @param subject key of the subject, which takes the name of the service
     * @param template which template
     * @param shownCode the code that the subject shows, or empty
     */
    record Form(String subject, String template, String shownCode) {

        Form(String subject, String template) {
            this(subject, template, "");
        }

        /** Hides everything: whatever logs this object logs no code. */
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    private record Subject(String key, List<Object> values) {}
}
