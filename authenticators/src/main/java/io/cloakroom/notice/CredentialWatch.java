package io.cloakroom.notice;

import io.cloakroom.flow.Address;
import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Decision;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.mail.SecurityNotice;
import io.cloakroom.mail.UnknownAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Mails a member when a strong factor of the account comes or goes, whoever did it. */
final class CredentialWatch implements EventListenerProvider {

    private static final Budget MOST = Budget.of(20, Duration.ofDays(1));

    private final KeycloakSession session;

    CredentialWatch(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        switch (event.getType()) {
            case UPDATE_CREDENTIAL -> tell(event.getUserId(), Change.ADDED, event.getDetails());
            case REMOVE_CREDENTIAL -> tell(event.getUserId(), Change.REMOVED, event.getDetails());
            default -> {
                // Nothing that a member need be told of.
            }
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RemovedByAdmin.userId(event).ifPresent(userId -> tell(userId, Change.REMOVED, event.getDetails()));
    }

    @Override
    public void close() {}

    private void tell(@Nullable String userId, Change change, @Nullable Map<String, String> details) {
        Optional<Factor> factor = Optional.ofNullable(details)
                .map(known -> known.get(Details.CREDENTIAL_TYPE))
                .flatMap(Factor::ofType);
        if (userId != null && factor.isPresent()) {
            Optional.ofNullable(session.users().getUserById(session.getContext().getRealm(), userId))
                    .ifPresent(user -> mail(user, change, factor.get()));
        }
    }

    private void mail(UserModel user, Change change, Factor factor) {
        Optional<Address> address = Optional.ofNullable(user.getEmail()).flatMap(Address::parse);
        if (address.isPresent() && isWithinBudget(user, address.get())) {
            boolean isLastGone = change == Change.REMOVED && !Factor.hasAny(user);
            SecurityNotice.News news = new SecurityNotice.News(change.heading(), factor.label(), isLastGone);
            MailRequest request =
                    MailRequest.unasked(session, session.getContext().getClient());
            session.getProvider(Outbox.class)
                    .queue(new SecurityNotice(user.getId(), address.get(), news, request), UnknownAddress.SILENT);
        }
    }

    private boolean isWithinBudget(UserModel user, Address address) {
        Decision decision = session.getProvider(Permits.class)
                .take(List.of(
                        new Limit("security-notice", user.getId(), MOST),
                        new Limit("security-notice-address", address.limitKey(), MOST)));
        if (decision instanceof Decision.Granted granted) {
            granted.keep().run();
        }
        return decision instanceof Decision.Granted;
    }

    /** What has happened to a factor. */
    private enum Change {
        ADDED("cloakroomSecurityNoticeAdded"),
        REMOVED("cloakroomSecurityNoticeRemoved");

        private final String heading;

        Change(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }
}
