package io.cloakroom.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to be mailed, once, to one person. */
public sealed interface Letter permits MailboxLetter, ResetLetter {

    /** How long a letter keeps its place in the queue at most. */
    Duration PATIENCE = Duration.ofHours(1);

    /** The account it is for, or null where that has still to be found out. */
    @Nullable
    String userId();

    /** What it is for: the word in events. */
    String about();

    /** How a proof is given by it: the word in events. */
    String method();

    /** The circumstances it tells its reader. */
    MailRequest request();

    /** From when on it is worth nothing. */
    Instant expiresAt();

    /** Until when a mail server that says "not now" is asked again: a letter may be worth something for longer than that. */
    default Instant deliverableUntil() {
        Instant enough = request().askedAt().plus(PATIENCE);
        return enough.isBefore(expiresAt()) ? enough : expiresAt();
    }
}
