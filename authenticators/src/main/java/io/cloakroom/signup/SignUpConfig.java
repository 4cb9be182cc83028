package io.cloakroom.signup;

import io.cloakroom.flow.Setting;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param mails what an address counts against that is posted: it leads to a mail
 */
record SignUpConfig(MailBudgets mails) {

    static final List<Setting<?>> SETTINGS = MailBudgets.SETTINGS;

    static SignUpConfig from(@Nullable AuthenticatorConfigModel model) {
        return new SignUpConfig(MailBudgets.from(model));
    }
}
