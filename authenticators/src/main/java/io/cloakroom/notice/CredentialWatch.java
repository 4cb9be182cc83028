package io.cloakroom.notice;

import io.cloakroom.mail.SecurityNotice;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Mails a member what has happened to the account, whoever did it. */
final class CredentialWatch implements EventListenerProvider {

    private final KeycloakSession session;

    CredentialWatch(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        switch (event.getType()) {
            case UPDATE_CREDENTIAL, REMOVE_CREDENTIAL, RESET_PASSWORD -> tell(event);
            case UPDATE_EMAIL, UPDATE_PROFILE -> tellOfAddress(event);
            default -> {
                // Nothing that a member need be told of.
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RemovedByAdmin.userId(event)
                .flatMap(this::member)
                .ifPresent(user -> News.ofFactor(user, true, type(event.getDetails()))
                        .ifPresent(news -> new Post(session).mail(user, news)));
    }

    @Override
    public void close() {}

    private void tell(Event event) {
        if (event.getError() != null) {
            return;
        }
        member(event.getUserId()).ifPresent(user -> {
            Optional<SecurityNotice.News> news = RecoveryNews.of(user, event).or(() -> News.ofFactor(user, event));
            news.ifPresent(told -> new Post(session).mail(user, told));
        });
    }

    /** Both mailboxes hear of it: the old one may be the only one that is still its owner's. */
    private void tellOfAddress(Event event) {
        Map<String, String> details = Optional.ofNullable(event.getDetails()).orElse(Map.of());
        String former = details.get(Details.PREVIOUS_EMAIL);
        String now = details.get(Details.UPDATED_EMAIL);
        if (former != null && now != null && !former.equals(now)) {
            member(event.getUserId()).ifPresent(user -> {
                new Post(session).mail(user, News.ofAddress(now));
                new Post(session).mailTo(former, user, News.ofFormerAddress(now));
            });
        }
    }

    private Optional<UserModel> member(@Nullable String userId) {
        return Optional.ofNullable(userId)
                .map(id -> session.users().getUserById(session.getContext().getRealm(), id));
    }

    private static @Nullable String type(@Nullable Map<String, String> details) {
        return details == null ? null : details.get(Details.CREDENTIAL_TYPE);
    }
}
