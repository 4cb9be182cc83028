package io.cloakroom.signup;

import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** What has come of making an account. */
sealed interface Made {

    /** This request has made it. */
    record Created(UserModel user) implements Made {}

    /** It was there: another request has made it, or somebody else has taken the address. */
    record Found(UserModel user) implements Made {}

    /** It can't be made of what was typed, for these reasons; the proof is kept. */
    record Refused(List<FormMessage> errors) implements Made {}

    /**
     * It can't be made now.
     *
     * @param seconds until it may be tried again, at least 1
     */
    record Limited(long seconds) implements Made {}
}
