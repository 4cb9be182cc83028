package io.cloakroom.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/** Themes and languages. */
final class LookChecks implements Family {

    private static final String BASE_OF_OURS = "keycloak.v2";

    private static final Check LOGIN_THEME = new Check(
            "login-theme",
            Level.ERROR,
            "Cloakroom's pages are made of the parts of Keycloak's theme keycloak.v2. In a theme that does not descend from it they end"
                    + " in an error.",
            "Realm settings, Themes, Login theme, or the client's Login theme: cloakroom, or a theme with keycloak.v2 among its parents.");

    private static final Check EMAIL_THEME = new Check(
            "email-theme",
            Level.WARNING,
            "Mails come in Keycloak's built-in looks where the theme is not found, and the log fills with errors.",
            "Realm settings, Themes, Email theme: one that is there, such as cloakroom.");

    private static final Check LANGUAGES = new Check(
            "i18n",
            Level.NOTE,
            "Pages and mails are in English for everybody; Cloakroom has 41 languages.",
            "Realm settings, Localization, Internationalization: enabled, with the languages of your members.");

    private static final Check LOCALES = new Check(
            "i18n-locales",
            Level.NOTE,
            "In a language that Cloakroom does not have its texts are English between others.",
            "Realm settings, Localization: take the language out, or translate the keys that begin with cloakroom at Realm overrides.");

    @Override
    public List<Check> checks() {
        return List.of(LOGIN_THEME, EMAIL_THEME, LANGUAGES, LOCALES);
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.of(
                        logins(situation),
                        email(situation.session(), situation.realm().getEmailTheme()),
                        languages(situation.realm()))
                .flatMap(findings -> findings);
    }

    /** Of the realm, or of the server where the realm has none, and of clients that have one of their own. */
    private static Stream<Finding> logins(Situation situation) {
        String ofRealm = Optional.ofNullable(situation.realm().getLoginTheme())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> situation
                        .session()
                        .getProvider(ThemeSelectorProvider.class)
                        .getDefaultThemeName(Theme.Type.LOGIN));
        Stream<Finding> ofClients = situation
                .realm()
                .getClientsStream()
                .filter(client -> client.isEnabled() && !client.isBearerOnly())
                .flatMap(client -> Optional.ofNullable(
                                client.getAttribute(DefaultThemeSelectorProvider.LOGIN_THEME_KEY))
                        .filter(name -> !name.isBlank())
                        .stream()
                        .flatMap(name -> login(situation, name, owner(situation, client))));
        return Stream.concat(login(situation, ofRealm, ""), ofClients);
    }

    private static String owner(Situation situation, ClientModel client) {
        return situation.sight().clients() ? " of client '" + client.getClientId() + "'" : " of a client";
    }

    private static Stream<Finding> login(Situation situation, String name, String owner) {
        Set<String> line = line(situation.session().theme(), name);
        return line.contains(BASE_OF_OURS)
                ? Stream.empty()
                : Stream.of(LOGIN_THEME.found(
                        line.isEmpty()
                                ? "There is no login theme '" + name + "'" + owner + "."
                                : "The login theme '" + name + "'" + owner + " does not descend from " + BASE_OF_OURS
                                        + "."));
    }

    /** The theme, its parent and so on; nothing where it is not there. */
    private static Set<String> line(ThemeManager themes, String name) {
        Set<String> line = new HashSet<>();
        String next = name;
        try {
            while (next != null && themes.nameSet(Theme.Type.LOGIN).contains(next) && line.add(next)) {
                next = themes.getTheme(next, Theme.Type.LOGIN).getParentName();
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Finding> email(KeycloakSession session, @Nullable String name) {
        return name == null
                        || name.isBlank()
                        || session.theme().nameSet(Theme.Type.EMAIL).contains(name)
                ? Stream.empty()
                : Stream.of(EMAIL_THEME.found("There is no email theme '" + name + "'."));
    }

    private static Stream<Finding> languages(RealmModel realm) {
        if (!realm.isInternationalizationEnabled()) {
            return Stream.of(LANGUAGES.found("Internationalization is off."));
        }
        String foreign = realm.getSupportedLocalesStream()
                .filter(Objects::nonNull)
                .filter(locale -> !isSpoken(locale))
                .sorted()
                .collect(Collectors.joining(", "));
        return foreign.isEmpty() ? Stream.empty() : Stream.of(LOCALES.found("Not translated: " + foreign + "."));
    }

    private static boolean isSpoken(String locale) {
        String file = "/theme-resources/messages/messages_" + locale.replace('-', '_') + ".properties";
        return LookChecks.class.getResource(file) != null;
    }
}
