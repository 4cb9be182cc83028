package io.cloakroom.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * What has come of making an account.
 *
 * @param user the account, or null where there is none
 * @param isNew whether this request has made it; otherwise another one has, or somebody else has taken the address
 * @param errors why it can't be made of what was typed; the proof is kept
 * @param seconds until it may be tried again, 0 where it may at once
 */
record Made(@Nullable UserModel user, boolean isNew, List<FormMessage> errors, long seconds) {

    static Made anew(UserModel user) {
        return new Made(user, true, List.of(), 0);
    }

    static Made found(UserModel user) {
        return new Made(user, false, List.of(), 0);
    }

    static Made refused(List<FormMessage> errors) {
        return new Made(null, false, errors, 0);
    }

    static Made limited(long seconds) {
        return new Made(null, false, List.of(), seconds);
    }
}
