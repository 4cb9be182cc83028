package io.cloakroom.theme;

import io.cloakroom.flow.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mail of each kind that the theme sends, with what stands in it; {@link MailRendering} writes it.
 *
 * @param name what kind, for file names
 * @param subject key of the subject
 * @param template which template
 * @param content what the template asks for
 */
public record MailSample(String name, String subject, String template, Map<String, Object> content) {

    static final String CODE = "K7QM-2XRD";
    static final String LINK = "https://id.example.com/realms/cloakroom/cloakroom/link?key=eyJhbGciOi&b=c";
    static final String NOT_ME = "https://id.example.com/realms/cloakroom/cloakroom/not-me?key=eyJ0eXAiOi";

    private static final Instant ASKED_AT = Instant.parse("2026-11-21T09:04:00Z");
    private static final Instant EXPIRES_AT = Instant.parse("2026-11-21T09:19:00Z");
    private static final String NEWS_ADVICE = "cloakroomSecurityNoticeNotYou";

    /** All of them. */
    public static List<MailSample> all(Locale locale) {
        return Stream.of(ours(locale), keycloaks()).flatMap(stream -> stream).toList();
    }

    /** Those of our own templates. */
    static Stream<MailSample> ours(Locale locale) {
        return Stream.of(proofs(locale), notices(locale), news(locale)).flatMap(stream -> stream);
    }

    /** Keycloak's own, in our layout. */
    static Stream<MailSample> keycloaks() {
        Map<String, Object> link = Map.of("link", "https://id.example.com/action?key=a&b=c", "linkExpiration", 5);
        return Stream.concat(
                Stream.of(
                                keycloak("password-reset", "passwordResetSubject"),
                                keycloak("email-verification", "emailVerificationSubject"),
                                keycloak("email-update-confirmation", "emailUpdateConfirmationSubject")
                                        .with(Map.of("newEmail", "ada@new.example")),
                                keycloak("executeActions", "executeActionsSubject")
                                        .with(Map.of("requiredActions", List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP"))),
                                keycloak("org-invite", "orgInviteSubject")
                                        .with(Map.of("organization", Map.of("name", "Analytical Engines"))),
                                keycloak("identity-provider-link", "identityProviderLinkSubject")
                                        .with(Map.of("identityProviderDisplayName", "Example"))
                                        .with(Map.of("identityProviderContext", Map.of("username", "ada"))))
                        .map(mail -> mail.with(link)),
                Stream.of(keycloak("email-test", "emailTestSubject"), workflow()));
    }

    private static MailSample workflow() {
        String name = "accountDisableNotification";
        return keycloak("workflow-notification", name + "Subject")
                .with(Map.of("subjectKey", name + "Subject", "messageKey", name + "Body"))
                .with(Map.of("daysRemaining", 7, "reason", "inactivity"))
                .with(Map.of("user", Map.of("username", "ada", "firstName", "Ada")));
    }

    /** The same with other content. */
    MailSample with(Map<String, Object> other) {
        Map<String, Object> all = new HashMap<>(content);
        all.putAll(other);
        return new MailSample(name, subject, template, all);
    }

    private static Stream<MailSample> proofs(Locale locale) {
        Map<String, Object> both = Map.of("code", CODE, "signInLink", LINK);
        Map<String, Object> code = Map.of("code", CODE);
        Map<String, Object> link = Map.of("signInLink", LINK);
        return Stream.of(
                proof(locale, "code", "Code", "code").with(code),
                proof(locale, "code-and-link", "Code", "code").with(both),
                proof(locale, "link", "Link", "code").with(link),
                proof(locale, "second-factor", "Code", "code")
                        .with(code)
                        .with(Map.of("notYou", "cloakroomMailSecondNotYou")),
                proof(locale, "sign-up", "SignUp", "code").with(code),
                proof(locale, "recovery", "Recovery", "code").with(code),
                proof(locale, "identity-provider", "IdentityProvider", "code").with(code),
                proof(locale, "taken", "Taken", "taken").with(link),
                proof(locale, "taken-with-code", "Taken", "taken").with(both),
                proof(locale, "taken-without-a-way", "Taken", "taken"));
    }

    private static Stream<MailSample> notices(Locale locale) {
        return Stream.of(
                proof(locale, "notice", "Notice", "notice").with(Map.of("advice", "cloakroomNoticeTry")),
                proof(locale, "no-sign-up", "NoSignUp", "notice").with(Map.of("advice", "cloakroomNoSignUpTry")),
                proof(locale, "invitation", "Invitation", "invitation")
                        .with(Map.of("signInLink", LINK, "lifespan", 7L, "lifespanUnit", "cloakroomInvitationDays")));
    }

    private static Stream<MailSample> news(Locale locale) {
        String readyAt = Moment.text(EXPIRES_AT, locale);
        return Stream.of(
                factor(locale, "passkey-added", "Added", "Passkey"),
                factor(locale, "security-key-added", "Added", "SecurityKey"),
                factor(locale, "totp-removed", "Removed", "Totp").with(Map.of("isLastGone", true)),
                factor(locale, "recovery-codes-removed", "Removed", "RecoveryCodes"),
                news(locale, "address-changed", "AddressNotice").with(Map.of("detail", "a•••@example.com")),
                news(locale, "address-changed-former", "AddressNotice")
                        .with(Map.of("detail", "a•••@example.com", "advice", "cloakroomAddressNoticeFormer")),
                news(locale, "recovery-started", "RecoveryStarted")
                        .with(Map.of(
                                "advice", "cloakroomRecoveryStartedAdvice", "detail", readyAt, "stopLink", NOT_ME)),
                news(locale, "recovery-stopped", "RecoveryStopped"),
                news(locale, "recovery-completed", "RecoveryCompleted"),
                news(locale, "recovery-recovered", "RecoveryRecovered"));
    }

    private static MailSample factor(Locale locale, String name, String what, String factor) {
        return news(locale, name, "SecurityNotice")
                .with(Map.of("heading", "cloakroomSecurityNotice" + what, "factor", "cloakroomFactor" + factor));
    }

    private static MailSample news(Locale locale, String name, String words) {
        Map<String, Object> content =
                Map.of("factor", "", "detail", "", "isLastGone", false, "stopLink", "", "advice", NEWS_ADVICE);
        MailSample mail = proof(locale, name, words, "security-notice").with(content);
        return new MailSample(name, "cloakroomSecurityNoticeSubject", mail.template(), mail.content());
    }

    private static MailSample proof(Locale locale, String name, String words, String template) {
        Map<String, Object> content = new HashMap<>();
        content.put("serviceName", "Cloakroom");
        content.put("heading", "cloakroom" + words + "Heading");
        content.put("intro", "cloakroom" + words + "Intro");
        content.put("code", "");
        content.put("signInLink", "");
        content.put("notMeLink", NOT_ME);
        content.put("notYou", "cloakroomMailNotYou");
        content.put("appName", "Demo app");
        content.put("browser", "Firefox, Linux");
        content.put("lifespanMinutes", 15L);
        content.put("askedAt", Moment.text(ASKED_AT, locale));
        content.put("expiresAt", Moment.text(EXPIRES_AT, locale));
        return new MailSample(name, "cloakroom" + words + "Subject", "cloakroom-" + template + ".ftl", content);
    }

    private static MailSample keycloak(String name, String subject) {
        return new MailSample("keycloak-" + name, subject, name + ".ftl", Map.of("serviceName", "Cloakroom"));
    }
}
