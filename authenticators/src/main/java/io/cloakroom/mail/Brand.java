package io.cloakroom.mail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** What a realm says about the look of its mails. The templates take a value only in the one form that it may have. */
final class Brand {

    private static final String ATTRIBUTE = "cloakroom.brand.";

    private Brand() {}

    /** Each value by its name; empty where the realm says nothing. */
    static Map<String, String> of(RealmModel realm) {
        return Stream.of("accent", "accentDark", "help", "privacy", "imprint")
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> Optional.ofNullable(realm.getAttribute(ATTRIBUTE + name))
                                .orElse("")));
    }
}
