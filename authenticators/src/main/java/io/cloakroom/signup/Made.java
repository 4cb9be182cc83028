package io.cloakroom.signup;

import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** What has come of making an account. */
sealed interface Made {

    /** It is there. */
    record New(UserModel user) implements Made {}

    /** Another request has made it, or somebody else has taken the address meanwhile. */
    record Found(UserModel user) implements Made {}

    /** It can't be made of what was typed; the proof is kept. */
    record Refused(List<FormMessage> errors) implements Made {}

    /** Nothing more is said for now. */
    record Limited(long seconds) implements Made {}
}
