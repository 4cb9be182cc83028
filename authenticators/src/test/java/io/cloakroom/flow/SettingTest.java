package io.cloakroom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

class SettingTest {

    private static final String KEY = "key";
    private static final Setting<Integer> NUMBER = Setting.number(KEY, 5, 1, 10);

    private enum Fruit {
        RED_APPLE,
        PEAR
    }

    @Test
    void the_default_holds_where_nothing_is_stored() {
        assertThat(NUMBER.in(null)).isEqualTo(5);
        assertThat(NUMBER.in(new AuthenticatorConfigModel())).isEqualTo(5);
        assertThat(NUMBER.in(stored("  "))).isEqualTo(5);
    }

    @Test
    void a_stored_value_counts_whatever_blanks_surround_it() {
        assertThat(NUMBER.in(stored(" 7 "))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "many", "1.5", "99999999999"})
    void a_value_out_of_bounds_is_refused_with_the_name_of_the_setting(String value) {
        assertThatThrownBy(() -> NUMBER.in(stored(value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'key'")
                .hasMessageContaining("1 to 10");
    }

    @Test
    void a_choice_is_written_in_small_letters_with_dashes() {
        Setting<Fruit> fruit = Setting.choice(KEY, Fruit.PEAR);

        assertThat(fruit.in(stored("red-apple"))).isEqualTo(Fruit.RED_APPLE);
        assertThat(fruit.property().getOptions()).containsExactly("red-apple", "pear");
        assertThatThrownBy(() -> fruit.in(stored("plum"))).hasMessageContaining("red-apple, pear");
    }

    @Test
    void says_which_values_can_be_used() {
        Setting<Duration> wait =
                Setting.seconds(KEY, Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));
        Setting<String> word = Setting.notation(KEY, "", "a word", text -> text);

        assertThat(Setting.takes(NUMBER.property())).contains("1 to 10");
        assertThat(Setting.takes(wait.property())).contains("1 to 3600");
        assertThat(Setting.takes(Setting.choice(KEY, Fruit.PEAR).property())).contains("red-apple, pear");
        assertThat(Setting.takes(word.property())).contains("a word");
        assertThat(Setting.takes(new ProviderConfigProperty())).isEmpty();
    }

    @Test
    void a_duration_is_stored_in_seconds() {
        Setting<Duration> wait =
                Setting.seconds(KEY, Duration.ofMinutes(15), Duration.ofSeconds(1), Duration.ofHours(1));

        assertThat(wait.in(null)).isEqualTo(Duration.ofMinutes(15));
        assertThat(wait.property().getDefaultValue()).isEqualTo("900");
        assertThat(wait.in(stored("60"))).isEqualTo(Duration.ofMinutes(1));
    }

    private static AuthenticatorConfigModel stored(String value) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setConfig(Map.of("key", value));
        return model;
    }
}
