package io.cloakroom.flow;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One thing an administrator may change about a step: the only place where its key, default and bounds are written. The
 * admin console, the parser and the documentation all read it from here. Its texts are messages, named after the key.
 *
 * @param <T> what the stored text means; immutable, since all requests share it
 */
public final class Setting<T> {

    private final Property<T> property;
    private final String defaultText;
    private volatile @Nullable Reading<T> last;

    private Setting(Property<T> property) {
        this.property = property;
        this.defaultText = String.valueOf(property.getDefaultValue());
    }

    /**
     * A whole number within bounds.
     *
     * @param key what the value is stored under; never changes once published
     */
    public static Setting<Integer> number(String key, int defaultValue, int least, int most) {
        return new Setting<>(new Property<>(
                key,
                ProviderConfigProperty.STRING_TYPE,
                String.valueOf(defaultValue),
                range(least, most),
                value -> whole(key, value, least, most)));
    }

    /** A duration, stored and shown in whole seconds. */
    public static Setting<Duration> seconds(String key, Duration defaultValue, Duration least, Duration most) {
        return new Setting<>(new Property<>(
                key,
                ProviderConfigProperty.STRING_TYPE,
                String.valueOf(defaultValue.toSeconds()),
                range(least.toSeconds(), most.toSeconds()),
                value -> Duration.ofSeconds(whole(key, value, (int) least.toSeconds(), (int) most.toSeconds()))));
    }

    /** One of the constants of an enum, stored in lower case with dashes. */
    public static <E extends Enum<E>> Setting<E> choice(String key, E defaultValue) {
        Map<String, E> choices = new LinkedHashMap<>();
        Arrays.stream(defaultValue.getDeclaringClass().getEnumConstants())
                .forEach(constant -> choices.put(id(constant), constant));
        String takes = String.join(", ", choices.keySet());
        Property<E> property = new Property<>(
                key,
                ProviderConfigProperty.LIST_TYPE,
                id(defaultValue),
                takes,
                value -> Optional.ofNullable(choices.get(value))
                        .orElseThrow(() -> new InvalidSettingException(key, "one of " + takes + " is needed")));
        property.setOptions(List.copyOf(choices.keySet()));
        return new Setting<>(property);
    }

    /**
     * Text with a notation of its own.
     *
     * @param takes the notation in a few words
     * @param parser throws {@link IllegalArgumentException} with a message for people where the text cannot be used
     */
    public static <T> Setting<T> notation(String key, String defaultValue, String takes, Function<String, T> parser) {
        return new Setting<>(new Property<>(key, ProviderConfigProperty.STRING_TYPE, defaultValue, takes, value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(key, String.valueOf(e.getMessage()));
            }
        }));
    }

    /**
     * The value in force.
     *
     * @param model the execution's configuration, or null where it has none
     * @throws InvalidSettingException where the stored text cannot be used
     */
    public T in(@Nullable AuthenticatorConfigModel model) {
        return of(Optional.ofNullable(model)
                .map(AuthenticatorConfigModel::getConfig)
                .orElse(Map.of()));
    }

    /**
     * The value in force.
     *
     * @param stored what is stored under each key
     * @throws InvalidSettingException where the stored text cannot be used
     */
    public T of(Map<String, String> stored) {
        return read(text(property, stored).orElse(defaultText));
    }

    /** Every request asks, and administrators change little: what was read last is not parsed again. */
    private T read(String text) {
        Reading<T> known = last;
        if (known == null || !known.text().equals(text)) {
            known = new Reading<>(text, property.parser.apply(text));
            last = known;
        }
        return known.value();
    }

    /** What the admin console shows. */
    public ProviderConfigProperty property() {
        return property;
    }

    /**
     * What is wrong with what is stored for a property that the admin console shows; nothing where it can be used, or
     * where the property is none of ours.
     */
    public static Optional<String> problem(ProviderConfigProperty property, Map<String, String> stored) {
        return property instanceof Property<?> ours ? text(ours, stored).flatMap(ours::problem) : Optional.empty();
    }

    /** Which values can be used for a property that the admin console shows; nothing where the property is none of ours. */
    public static Optional<String> takes(ProviderConfigProperty property) {
        return property instanceof Property<?> ours ? Optional.of(ours.takes) : Optional.empty();
    }

    private static Optional<String> text(ProviderConfigProperty property, Map<String, String> stored) {
        return Optional.ofNullable(stored.get(property.getName()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static int whole(String key, String value, int least, int most) {
        String needed = "a whole number from " + range(least, most) + " is needed";
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new InvalidSettingException(key, needed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(key, needed);
        }
    }

    private static String range(long least, long most) {
        return least + " to " + most;
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private record Reading<T>(String text, T value) {}

    /** Its label and help are the names of messages, which the admin console shows in the administrator's language. */
    private static final class Property<T> extends ProviderConfigProperty {

        private final String takes;
        private final Function<String, T> parser;

        Property(String key, String type, String defaultValue, String takes, Function<String, T> parser) {
            super(key, label(key), label(key) + "Help", type, defaultValue);
            this.takes = takes;
            this.parser = parser;
        }

        Optional<String> problem(String text) {
            try {
                Objects.requireNonNull(parser.apply(text));
                return Optional.empty();
            } catch (InvalidSettingException e) {
                return Optional.ofNullable(e.getMessage());
            }
        }

        private static String label(String key) {
            return "cloakroomSetting" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
        }
    }
}
