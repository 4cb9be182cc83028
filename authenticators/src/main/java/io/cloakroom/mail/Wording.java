package io.cloakroom.mail;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** What the service and its apps are called in a mail, and the texts that no template writes. */
final class Wording {

    /** A name is words on one line: nothing in it begins another line or turns the direction of what follows. */
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final int LONGEST_NAME = 80;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Locale locale;

    Wording(KeycloakSession session, Locale locale) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.locale = locale;
    }

    /** The realm as its pages are headed. */
    String serviceName() {
        return filled(realm.getDisplayName()).orElseGet(() -> name(realm.getName()));
    }

    /** The client's name as its pages show it, or empty: Keycloak's own clients are named by a message key. */
    String appName() {
        ClientModel client = session.getContext().getClient();
        if (client == null) {
            return "";
        }
        String name = filled(client.getName()).orElseGet(() -> name(client.getClientId()));
        return name.startsWith("${") && name.endsWith("}")
                ? message(Theme.Type.LOGIN, name.substring(2, name.length() - 1))
                : name;
    }

    /** The subject of that key. */
    String subject(String key) {
        return new MessageFormat(message(Theme.Type.EMAIL, key), locale).format(new Object[] {serviceName()});
    }

    /** That name on one line, not longer than anybody reads. */
    static String name(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(Wording::name).filter(name -> !name.isEmpty());
    }

    private String message(Theme.Type type, String key) {
        try {
            return session.theme()
                    .getTheme(type)
                    .getEnhancedMessages(realm, locale)
                    .getProperty(key, key);
        } catch (IOException e) {
            return key;
        }
    }
}
