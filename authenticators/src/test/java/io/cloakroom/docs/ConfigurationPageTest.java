package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.emailotp.EmailOtpAuthenticatorFactory;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.identify.IdentifyAuthenticatorFactory;
import io.cloakroom.magiclink.MagicLinkAuthenticatorFactory;
import io.cloakroom.passkey.PasskeyOfferFactory;
import io.cloakroom.recovery.DelayedRecoveryAuthenticatorFactory;
import io.cloakroom.recovery.RecoverAccountAuthenticatorFactory;
import io.cloakroom.recovery.RecoveryAuthenticatorFactory;
import io.cloakroom.signup.CreateAccountAuthenticatorFactory;
import io.cloakroom.signup.SignUpAuthenticatorFactory;
import io.cloakroom.token.LevelAuthenticatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** The page about settings says what the settings say. */
class ConfigurationPageTest {

    private static final Path REGISTERED =
            Path.of("src/main/resources/META-INF/services/org.keycloak.authentication.AuthenticatorFactory");

    static Stream<StepFactory> steps() {
        return Stream.of(
                new IdentifyAuthenticatorFactory(),
                new EmailOtpAuthenticatorFactory(),
                new MagicLinkAuthenticatorFactory(),
                new SignUpAuthenticatorFactory(),
                new CreateAccountAuthenticatorFactory(),
                new RecoveryAuthenticatorFactory(),
                new DelayedRecoveryAuthenticatorFactory(),
                new RecoverAccountAuthenticatorFactory(),
                new LevelAuthenticatorFactory());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void lists_every_setting_of_a_step_with_its_default(StepFactory step) throws IOException {
        assertThat(section(step.getId())).isEqualTo(table(step.getConfigProperties()));
    }

    @Test
    void lists_every_setting_of_the_offer_with_its_default() throws IOException {
        assertThat(section(PasskeyOfferFactory.PROVIDER_ID))
                .isEqualTo(table(new PasskeyOfferFactory().getConfigMetadata()));
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
                        .map(setting -> "| `" + setting.getName() + "` | " + byDefault(setting) + " | "
                                + setting.getHelpText() + " |")
                        .collect(Collectors.joining("\n", "| Setting | Default | What it does |\n|---|---|---|\n", ""));
    }

    private static String byDefault(ProviderConfigProperty setting) {
        String value = String.valueOf(setting.getDefaultValue());
        return value.isEmpty() ? "empty" : "`" + value + "`";
    }
}
