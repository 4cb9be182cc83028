package io.cloakroom.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asks for. Whatever is not understood is refused, not ignored: a misspelt bound would be none.
 *
 * @param user the id of whom to sign in, or null where the address says so
 * @param email the address of whom to sign in, or null where the id says so
 * @param client the client id of the app to sign in to
 * @param redirectUri where to go afterwards, or null for the app's home
 * @param lifespan how long the link works
 * @param delivery by mail, or into the administrator's own hands
 * @param requiredActions what this one sign-in asks for besides
 */
record LinkOrder(
        @Nullable String user,
        @Nullable String email,
        String client,
        @Nullable String redirectUri,
        Duration lifespan,
        Delivery delivery,
        Set<String> requiredActions) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration DEFAULT = Duration.ofHours(1);

    private static final ObjectReader READER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(Body.class);

    /** Reads the body of a request. */
    static LinkOrder read(@Nullable String body) {
        Body read = parse(Objects.requireNonNullElse(body, ""));
        if ((read.user == null) == (read.email == null)) {
            throw Refusal.of("user", "Give either 'user', an id, or 'email'");
        }
        if (read.client == null) {
            throw Refusal.of("client", "Client id missing");
        }
        return new LinkOrder(
                read.user,
                read.email,
                read.client,
                read.redirectUri,
                lifespan(read.lifespan),
                Boolean.FALSE.equals(read.send) ? Delivery.RETURN : Delivery.MAIL,
                actions(read.requiredActions));
    }

    /** Hides everything: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "LinkOrder[hidden]";
    }

    private static Body parse(String body) {
        try {
            Body read = READER.readValue(body);
            if (read == null) {
                throw Refusal.ofBody("Cannot parse the JSON");
            }
            return read;
        } catch (JsonMappingException e) {
            // The parser's own message may quote what was sent.
            String field = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
            throw field == null
                    ? Refusal.ofBody("Cannot parse the JSON")
                    : Refusal.of(field, "Unknown field, or a value of the wrong type");
        } catch (JsonProcessingException e) {
            throw Refusal.ofBody("Cannot parse the JSON");
        }
    }

    private static Duration lifespan(@Nullable Long seconds) {
        if (seconds == null) {
            return DEFAULT;
        }
        if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
            throw Refusal.of(
                    "lifespan",
                    "Seconds from " + SHORTEST.toSeconds() + " (a minute) to " + LONGEST.toSeconds() + " (seven days)");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Set<String> actions(@Nullable List<@Nullable String> actions) {
        Set<String> named = new LinkedHashSet<>();
        for (String action : Objects.requireNonNullElse(actions, List.<@Nullable String>of())) {
            if (action == null) {
                throw Refusal.of("requiredActions", "Not an action: null");
            }
            named.add(action);
        }
        return named;
    }

    /** Which way the link goes. */
    enum Delivery {
        MAIL,
        RETURN
    }

    /** The JSON as it is sent. */
    private record Body(
            @Nullable String user,
            @Nullable String email,
            @Nullable String client,
            @Nullable String redirectUri,
            @Nullable Long lifespan,
            @Nullable Boolean send,
            @Nullable List<@Nullable String> requiredActions) {}
}
