package io.cloakroom.mail;

import io.cloakroom.flow.EventDetails;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Delivers one letter in steps that each have a transaction of their own, so that no database connection is held while a
 * mail server takes its time, and nothing that fails after a mail has left makes it leave again.
 */
final class Courier {

    static final String NOT_DELIVERED = "A mail could not be delivered";

    private final KeycloakSessionFactory sessions;

    Courier(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Who gets it, if anybody. */
    Optional<Envelope> address(Delivery delivery) {
        return inTransaction(delivery, session -> new Addressing(session, delivery).decide())
                .flatMap(Function.identity());
    }

    /** Hands it to the mail server. */
    Outcome send(Delivery delivery, Envelope envelope) {
        Outcome[] outcome = {Outcome.TRY_AGAIN};
        try {
            return inTransaction(delivery, session -> outcome[0] = post(session, delivery.letter(), envelope))
                    .orElse(Outcome.NOTHING);
        } catch (RuntimeException e) {
            if (outcome[0] == Outcome.TRY_AGAIN) {
                throw e;
            }
            // The mail has left; only the end of a transaction that wrote nothing has failed.
            return outcome[0];
        }
    }

    /** Tells the operator what became of a member's mail; a failure to do so changes nothing. */
    void tell(Delivery delivery, Envelope envelope, Outcome outcome) {
        if (envelope.userId() != null) {
            Mishap.orElse(
                    "The event of a mail could not be written",
                    () -> inTransaction(delivery, session -> tell(session, delivery.letter(), envelope, outcome)),
                    failure -> Optional.empty());
        }
    }

    private static Outcome post(KeycloakSession session, Letter letter, Envelope envelope) {
        Recipient recipient = new Recipient(session, session.getContext().getRealm(), envelope.attributes());
        try {
            if (letter instanceof ResetLetter reset) {
                new ResetMail(session, reset).send(envelope, recipient);
            } else {
                new Stationery(session, letter).send(envelope, recipient);
            }
            return Outcome.SENT;
        } catch (EmailException e) {
            Outcome outcome = MailFailure.outcome(e);
            if (outcome.isMishap()) {
                Mishap.log(NOT_DELIVERED, e);
            }
            return outcome;
        }
    }

    private static Outcome tell(KeycloakSession session, Letter letter, Envelope envelope, Outcome outcome) {
        EventBuilder event = new EventBuilder(session.getContext().getRealm(), session)
                .event(letter instanceof ResetLetter ? EventType.SEND_RESET_PASSWORD : EventType.SEND_VERIFY_EMAIL)
                .client(session.getContext().getClient())
                .user(envelope.userId())
                .detail(EventDetails.METHOD, letter.method())
                .detail(EventDetails.PURPOSE, letter.about());
        if (outcome == Outcome.SENT) {
            event.success();
        } else {
            event.error(Errors.EMAIL_SEND_FAILED);
        }
        return outcome;
    }

    /** Nothing where the realm is gone: then there is nobody left to write to. */
    private <T> Optional<T> inTransaction(Delivery delivery, Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            MailRequest request = delivery.letter().request();
            RealmModel realm = session.realms().getRealm(request.realmId());
            if (realm == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            session.getContext().setClient(realm.getClientById(request.clientId()));
            if (request.language() != null) {
                session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, request.language());
            }
            return Optional.of(work.apply(session));
        });
    }
}
