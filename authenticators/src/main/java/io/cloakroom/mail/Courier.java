package io.cloakroom.mail;

import io.cloakroom.limit.Budget;
import io.cloakroom.limit.Limit;
import io.cloakroom.limit.Permits;
import io.cloakroom.proof.AddressOwner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Delivers one letter: the only place where a member and a stranger are told apart before a proof. */
final class Courier {

    private static final Budget ONE_NOTICE_AN_HOUR = Budget.of(1, Duration.ofHours(1));

    private final KeycloakSessionFactory sessions;

    Courier(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Looks the account up, sends, tells the operator: each in a transaction of its own, none open while mail flows. */
    Outcome deliver(Delivery delivery) {
        Envelope envelope = inTransaction(delivery, session -> address(session, delivery));
        if (envelope.kind() == Outcome.NOTHING) {
            return Outcome.NOTHING;
        }
        Outcome outcome = inTransaction(delivery, session -> send(session, delivery.letter(), envelope));
        if (envelope.userId() != null && outcome != Outcome.TRY_AGAIN) {
            inTransaction(delivery, session -> tell(session, delivery.letter(), envelope, outcome));
        }
        return outcome;
    }

    private Envelope address(KeycloakSession session, Delivery delivery) {
        RealmModel realm = session.getContext().getRealm();
        Optional<UserModel> member =
                AddressOwner.find(session, realm, delivery.letter().address()).filter(UserModel::isEnabled);
        if (member.isPresent()) {
            UserModel user = member.get();
            return new Envelope(Outcome.CODE, user.getId(), user.getAttributes());
        }
        return delivery.unknownAddress() == UnknownAddress.NOTICE && isFirstNotice(session, realm, delivery.letter())
                ? new Envelope(
                        Outcome.NOTICE,
                        null,
                        Recipient.stranger(delivery.letter().address()))
                : new Envelope(Outcome.NOTHING, null, Map.of());
    }

    private static boolean isFirstNotice(KeycloakSession session, RealmModel realm, Letter letter) {
        return new Permits(session, realm)
                .isFirst(new Limit("notice", letter.address().limitKey(), ONE_NOTICE_AN_HOUR));
    }

    private static Outcome send(KeycloakSession session, Letter letter, Envelope envelope) {
        RealmModel realm = session.getContext().getRealm();
        Recipient recipient = new Recipient(session, realm, envelope.attributes());
        try {
            new Stationery(session, letter).send(envelope.kind(), recipient);
            return envelope.kind();
        } catch (EmailException e) {
            return MailFailure.isTemporary(e) ? Outcome.TRY_AGAIN : Outcome.REFUSED;
        }
    }

    private static Outcome tell(KeycloakSession session, Letter letter, Envelope envelope, Outcome outcome) {
        RealmModel realm = session.getContext().getRealm();
        EventBuilder event = new EventBuilder(realm, session)
                .event(EventType.SEND_VERIFY_EMAIL)
                .client(session.getContext().getClient())
                .user(envelope.userId())
                .detail("cloakroom_method", "email-otp")
                .detail("cloakroom_purpose", letter.purpose().id());
        if (outcome == Outcome.CODE) {
            event.success();
        } else {
            event.error(Errors.EMAIL_SEND_FAILED);
        }
        return outcome;
    }

    private <T> T inTransaction(Delivery delivery, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            MailRequest request = delivery.letter().request();
            RealmModel realm = session.realms().getRealm(request.realmId());
            if (realm == null) {
                throw new IllegalStateException("The realm is gone");
            }
            session.getContext().setRealm(realm);
            session.getContext().setClient(realm.getClientById(request.clientId()));
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, request.language());
            return work.apply(session);
        });
    }

    /** What goes where: {@link Outcome#CODE}, {@link Outcome#NOTICE} or {@link Outcome#NOTHING}. */
    private record Envelope(Outcome kind, @Nullable String userId, Map<String, List<String>> attributes) {}
}
