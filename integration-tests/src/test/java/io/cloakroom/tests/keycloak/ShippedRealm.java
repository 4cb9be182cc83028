package io.cloakroom.tests.keycloak;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.keycloak.representations.idm.RealmRepresentation;

/** The realm file as an admin would import it, its placeholders resolved as the import does. */
final class ShippedRealm {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(?::([^}]*))?}");

    private ShippedRealm() {}

    static RealmRepresentation read(Path file, Map<String, String> environment) {
        try {
            String json = PLACEHOLDER
                    .matcher(Files.readString(file))
                    .replaceAll(match -> environment.getOrDefault(match.group(1), String.valueOf(match.group(2))));
            // The admin client is a step behind the server: what it does not know, a copy leaves to the server's
            // defaults.
            return new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json, RealmRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
