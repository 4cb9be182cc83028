package io.cloakroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloakroom.emailotp.EmailOtpAuthenticatorFactory;
import io.cloakroom.flow.StepFactory;
import io.cloakroom.identify.IdentifyAuthenticatorFactory;
import io.cloakroom.magiclink.MagicLinkAuthenticatorFactory;
import io.cloakroom.passkey.PasskeyOfferFactory;
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

    static Stream<StepFactory> steps() {
        return Stream.of(
                new IdentifyAuthenticatorFactory(),
                new EmailOtpAuthenticatorFactory(),
                new MagicLinkAuthenticatorFactory(),
                new LevelAuthenticatorFactory());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void lists_every_setting_of_a_step_with_its_default(StepFactory step) throws IOException {
        Path page = Path.of(System.getProperty("cloakroom.docs"), "configuration.md");

        assertThat(section(Files.readString(page), step.getId())).isEqualTo(table(step.getConfigProperties()));
    }

    @Test
    void lists_every_setting_of_the_offer_with_its_default() throws IOException {
        Path page = Path.of(System.getProperty("cloakroom.docs"), "configuration.md");

        assertThat(section(Files.readString(page), PasskeyOfferFactory.PROVIDER_ID))
                .isEqualTo(table(new PasskeyOfferFactory().getConfigMetadata()));
    }

    private static String section(String page, String step) {
        String start = "<!-- settings of " + step + " -->\n";
        assertThat(page).contains(start);
        return page.substring(page.indexOf(start) + start.length())
                .split("<!-- end -->", 2)[0]
                .strip();
    }

    private static String table(List<ProviderConfigProperty> settings) {
        return settings.stream()
                .map(setting -> "| `" + setting.getName() + "` | `" + setting.getDefaultValue() + "` | "
                        + setting.getHelpText() + " |")
                .collect(Collectors.joining("\n", "| Setting | Default | What it does |\n|---|---|---|\n", ""));
    }
}
