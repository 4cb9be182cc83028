package io.cloakroom.notice;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.limit.Scope;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.mail.Reception;
import io.cloakroom.mail.SecurityNotice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Sends notices, within what one account and one mailbox may get of them. */
final class Post {

    private static final Budget MOST = Budget.of(20, Duration.ofDays(1));

    private final KeycloakSession session;

    Post(KeycloakSession session) {
        this.session = session;
    }

    /** To the address that the account has. */
    void mail(UserModel user, SecurityNotice.News news) {
        send(user.getEmail(), user, news, false);
    }

    /** To the address that it had until now. */
    void mailTo(String former, UserModel user, SecurityNotice.News news) {
        send(former, user, news, true);
    }

    private void send(@Nullable String to, UserModel user, SecurityNotice.News news, boolean isFormer) {
        Optional.ofNullable(to)
                .flatMap(Address::parse)
                .filter(address -> isWithinBudget(user, address))
                .ifPresent(address -> {
                    MailRequest request =
                            MailRequest.unasked(session, session.getContext().getClient());
                    session.getProvider(Outbox.class)
                            .queue(new SecurityNotice(user.getId(), address, news, request, isFormer), Reception.NONE);
                });
    }

    private boolean isWithinBudget(UserModel user, Address address) {
        return session.getProvider(Permits.class)
                .take(List.of(
                        new Limit(Scope.SECURITY_NOTICE, user.getId(), MOST),
                        new Limit(Scope.SECURITY_NOTICE_ADDRESS, address.canonical(), MOST)))
                .use()
                .isEmpty();
    }
}
