package io.cloakroom.signup;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.ClaimedAddress;
import io.cloakroom.flow.TypedNotes;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What somebody wants their account to be: fields of the realm's user profile, as they were typed.
 *
 * @param fields values by the name of the attribute, and the box of the terms where it was ticked
 */
record Wish(Map<String, List<String>> fields) {

    static final String TERMS = "termsAccepted";

    /** More than any sign-up page asks for. What is kept in a login takes room on each node, for anybody who posts it. */
    private static final int MOST_CHARACTERS = 16_384;

    private static final int MOST_VALUES = 200;
    private static final List<String> TICKED = List.of("on");

    /** The fields that are posted, but those that the user profile does not know. */
    static Wish posted(AuthenticationFlowContext context) {
        Set<String> known = context.getSession()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, Map.of())
                .getAttributes()
                .nameSet();
        return of(context.getHttpRequest().getDecodedFormParameters(), known);
    }

    static Wish of(MultivaluedMap<String, String> form, Set<String> known) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.equals(TERMS)) {
                fields.put(name, TICKED);
            } else if (known.contains(name)) {
                fields.put(name, List.copyOf(values));
            }
        });
        return new Wish(fields);
    }

    /** What this login has been told before, or what the app suggests. */
    static Wish in(AuthenticationFlowContext context) {
        return TypedNotes.in(context.getAuthenticationSession()).map(Wish::new).orElseGet(() -> suggested(context));
    }

    private static Wish suggested(AuthenticationFlowContext context) {
        String address = new Invitation(context)
                .address()
                .orElseGet(() -> ClaimedAddress.suggested(context.getAuthenticationSession()));
        return new Wish(Map.of(UserModel.EMAIL, List.of(address)));
    }

    String address() {
        return first(UserModel.EMAIL);
    }

    String name() {
        return first(UserModel.USERNAME);
    }

    /** The same with the address that was proved, whatever was typed. */
    Wish with(Address proven) {
        Map<String, List<String>> complete = new LinkedHashMap<>(fields);
        complete.put(UserModel.EMAIL, List.of(proven.canonical()));
        return new Wish(complete);
    }

    /** Whether it is more than anybody has to say, and not to be kept. */
    boolean isTooMuch() {
        List<String> values = fields.values().stream().flatMap(List::stream).toList();
        return values.size() > MOST_VALUES
                || values.stream().mapToInt(String::length).sum() > MOST_CHARACTERS;
    }

    boolean acceptsTerms() {
        return fields.containsKey(TERMS);
    }

    /** What the account is to be, without the box. */
    Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>(fields);
        attributes.remove(TERMS);
        return attributes;
    }

    /** As Keycloak's form takes it. */
    MultivaluedMap<String, String> form() {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        fields.forEach(form::put);
        return form;
    }

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Wish[hidden]";
    }

    private String first(String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
