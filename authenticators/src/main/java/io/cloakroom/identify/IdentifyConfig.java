package io.cloakroom.identify;

import io.cloakroom.flow.Setting;
import io.cloakroom.flow.Switch;
import io.cloakroom.limit.GuessBudgets;
import io.cloakroom.limit.MailBudgets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What an administrator may change about the step.
 *
 * @param mails what an address counts against that is posted for an email: it leads to a mail
 * @param password whether the page takes a password, too
 * @param guesses what a wrong password counts against
 */
record IdentifyConfig(MailBudgets mails, Switch password, GuessBudgets guesses) {

    private static final Setting<Switch> PASSWORD = Setting.choice("password", Switch.OFF);

    static final List<Setting<?>> SETTINGS = Stream.of(
                    List.<Setting<?>>of(PASSWORD), MailBudgets.SETTINGS, GuessBudgets.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    static IdentifyConfig from(@Nullable AuthenticatorConfigModel model) {
        return new IdentifyConfig(MailBudgets.from(model), PASSWORD.in(model), GuessBudgets.from(model));
    }
}
