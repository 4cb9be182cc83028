package io.cloakroom.flow;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;

/** What kind of browser sends the request, as people call it: "Firefox, Linux". */
public final class BrowserName {

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9 -]{1,30}");

    private BrowserName() {}

    /** By what the browser says of itself, or empty where it does not say. */
    public static String of(KeycloakSession session) {
        return Optional.ofNullable(session.getProvider(DeviceRepresentationProvider.class))
                .map(DeviceRepresentationProvider::deviceRepresentation)
                .map(device -> Stream.of(family(device.getBrowser()), family(device.getOs()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    /** A browser says what it likes: only what reads as a product's name may stand in somebody's mail. */
    private static Optional<String> family(@Nullable String product) {
        return Optional.ofNullable(product)
                .map(name -> name.replaceFirst("/.*", ""))
                .filter(name -> PRODUCT.matcher(name).matches() && !name.equals("Other"));
    }
}
