package io.cloakroom.mail;

import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Keycloak's own test mail, sent while somebody waits for what the mail server says to it. */
public final class TestMail {

    private static final Budget MOST = Budget.of(5, Duration.ofMinutes(10));

    private TestMail() {}

    /** Uses this administrator's permit to have one now: nothing, or why there is none. */
    public static Optional<Decision.Refused> permit(KeycloakSession session, UserModel administrator) {
        return session.getProvider(Permits.class)
                .take(List.of(new Limit(Scope.TEST_MAIL, administrator.getId(), MOST)))
                .use();
    }

    /** Whether the realm's mail server has taken a mail to that account; its own words are in the log. */
    public static boolean send(KeycloakSession session, UserModel administrator) {
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .sendSmtpTestEmail(session.getContext().getRealm().getSmtpConfig(), administrator);
            return true;
        } catch (EmailException e) {
            return false;
        }
    }
}
