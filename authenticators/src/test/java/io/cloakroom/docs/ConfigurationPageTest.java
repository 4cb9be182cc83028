package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.condition.SignedInByEmailFactory;
import io.cloakroom.condition.TightLimitFactory;
import io.cloakroom.emailotp.EmailOtpAuthenticatorFactory;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.Setting;
import io.cloakroom.guarded.GuardedChooseUserFactory;
import io.cloakroom.guarded.GuardedOtpFormFactory;
import io.cloakroom.guarded.GuardedPasswordFormFactory;
import io.cloakroom.guarded.GuardedRecoveryCodeFormFactory;
import io.cloakroom.guarded.GuardedRegistrationFactory;
import io.cloakroom.guarded.GuardedResetEmailFactory;
import io.cloakroom.guarded.GuardedUsernamePasswordFormFactory;
import io.cloakroom.identify.IdentifyAuthenticatorFactory;
import io.cloakroom.magiclink.MagicLinkAuthenticatorFactory;
import io.cloakroom.passkey.PasskeyOfferFactory;
import io.cloakroom.ratelimit.RateLimitAuthenticatorFactory;
import io.cloakroom.recovery.DelayedRecoveryAuthenticatorFactory;
import io.cloakroom.recovery.RecoverAccountAuthenticatorFactory;
import io.cloakroom.recovery.RecoveryAuthenticatorFactory;
import io.cloakroom.signup.CreateAccountAuthenticatorFactory;
import io.cloakroom.signup.SignUpAuthenticatorFactory;
import io.cloakroom.theme.Bundle;
import io.cloakroom.token.LevelAuthenticatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The page about settings says what the settings say. */
class ConfigurationPageTest {

    private static final Path REGISTERED =
            Path.of("src/main/resources/META-INF/services/org.keycloak.authentication.AuthenticatorFactory");

    private static final Map<String, String> ENGLISH = Bundle.of("en").texts();

    static Stream<AuthenticatorFactory> steps() {
        return Stream.of(
                new IdentifyAuthenticatorFactory(),
                new EmailOtpAuthenticatorFactory(),
                new MagicLinkAuthenticatorFactory(),
                new SignUpAuthenticatorFactory(),
                new CreateAccountAuthenticatorFactory(),
                new RecoveryAuthenticatorFactory(),
                new DelayedRecoveryAuthenticatorFactory(),
                new RecoverAccountAuthenticatorFactory(),
                new LevelAuthenticatorFactory(),
                new RateLimitAuthenticatorFactory(),
                new GuardedUsernamePasswordFormFactory(),
                new GuardedPasswordFormFactory(),
                new GuardedOtpFormFactory(),
                new GuardedRecoveryCodeFormFactory(),
                new GuardedChooseUserFactory(),
                new GuardedResetEmailFactory(),
                new TightLimitFactory(),
                new SignedInByEmailFactory());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void lists_every_setting_of_a_step_with_its_default(AuthenticatorFactory step) throws IOException {
        assertThat(section(step.getId())).isEqualTo(table(step.getConfigProperties()));
    }

    /** Keycloak keeps the ids of a flow's steps in a column of so many characters. */
    @ParameterizedTest
    @MethodSource("steps")
    void calls_no_step_by_a_longer_name_than_keycloak_can_keep(AuthenticatorFactory step) {
        assertThat(step.getId().length()).isLessThanOrEqualTo(36);
    }

    @Test
    void lists_every_setting_of_the_offer_with_its_default() throws IOException {
        assertThat(section(ProviderIds.PASSKEY_OFFER)).isEqualTo(table(new PasskeyOfferFactory().getConfigMetadata()));
    }

    @Test
    void lists_every_setting_of_the_registration_with_its_default() throws IOException {
        assertThat(section(ProviderIds.REGISTRATION_USER_CREATION))
                .isEqualTo(table(new GuardedRegistrationFactory().getConfigProperties()));
    }

    @Test
    void leaves_no_step_out_that_keycloak_finds() throws IOException {
        assertThat(steps().map(step -> step.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(REGISTERED));
    }

    private static String section(String step) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("cloakroom.docs"), "configuration.md"));
        String start = "<!-- settings of " + step + " -->\n";
        assertThat(page).contains("`" + step + "`\n", start);
        return page.substring(page.indexOf(start) + start.length())
                .split("<!-- end -->", 2)[0]
                .strip();
    }

    private static String table(List<ProviderConfigProperty> settings) {
        return settings.isEmpty()
                ? "It has no settings."
                : settings.stream()
                        .map(setting -> "| `" + setting.getName() + "` | " + byDefault(setting) + " | " + takes(setting)
                                + " | "
                                + ENGLISH.getOrDefault(setting.getHelpText(), setting.getHelpText())
                                        .strip()
                                        .replaceAll("\\s+", " ")
                                + " |")
                        .collect(Collectors.joining(
                                "\n", "| Setting | Default | Takes | What it does |\n|---|---|---|---|\n", ""));
    }

    /** A guarded step also has the settings of the one that it guards, whose choices are all that Keycloak tells of them. */
    private static String takes(ProviderConfigProperty setting) {
        return Setting.takes(setting).orElseGet(() -> String.join(", ", setting.getOptions()));
    }

    private static String byDefault(ProviderConfigProperty setting) {
        String value = String.valueOf(setting.getDefaultValue());
        return value.isEmpty() ? "empty" : "`" + value + "`";
    }
}
