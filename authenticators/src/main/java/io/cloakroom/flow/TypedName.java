package io.cloakroom.flow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What somebody typed as their name: an address, or whatever else a realm calls its members. It proves nothing. */
public final class TypedName {

    /** Keycloak's column for usernames holds no more. */
    private static final int LONGEST = 255;

    private TypedName() {}

    /** The form that limits count on: compatible spellings of one name share it. Empty where nothing was typed. */
    public static String limitKey(String typed) {
        String stripped = typed.strip();
        return Address.parse(stripped).map(Address::limitKey).orElseGet(() -> fold(stripped));
    }

    /** What has been typed in this login by now, as limits count it; empty where nothing was. */
    public static String limitKey(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return posted(context)
                .or(() -> ClaimedAddress.in(login).map(Address::typed))
                .or(() -> NameNotes.in(login))
                .map(TypedName::limitKey)
                .orElse("");
    }

    private static Optional<String> posted(AuthenticationFlowContext context) {
        return Optional.ofNullable(
                context.getHttpRequest().getDecodedFormParameters().getFirst(AuthenticationManager.FORM_USERNAME));
    }

    /** As much of it as a name can have. */
    public static String bounded(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private static String fold(String typed) {
        return Normalizer.normalize(bounded(typed), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
