package io.cloakroom.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponseException;

/**
 * What an administrator asks for, in the query or in the body. Whatever is not understood is refused: a misspelt dry run
 * would be a real one.
 *
 * @param isDryRun whether to say what would change, and change nothing
 * @param binds whether to bind the flows
 */
record FlowsOrder(boolean isDryRun, boolean binds) {

    private static final String DRY_RUN = "dryRun";
    private static final String BIND = "bind";
    private static final String UNREADABLE = "Cannot parse the JSON";
    private static final String UNKNOWN = "Unknown field, or a value of the wrong type";

    private static final ObjectReader READER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(new TypeReference<Map<String, Boolean>>() {});

    /** Reads a request to install. */
    static FlowsOrder toInstall(MultivaluedMap<String, String> query, @Nullable String body) {
        return of(query, parse(body), Set.of(DRY_RUN, BIND));
    }

    /** Reads a request to remove. */
    static FlowsOrder toRemove(MultivaluedMap<String, String> query) {
        return of(query, Map.of(), Set.of(DRY_RUN));
    }

    private static FlowsOrder of(
            MultivaluedMap<String, String> query, Map<String, @Nullable Boolean> body, Set<String> known) {
        Map<String, @Nullable Boolean> all = new TreeMap<>(body);
        query.forEach((name, values) -> {
            if (all.put(name, parse(name, values)) != null) {
                throw Refusal.of(name, "Given twice");
            }
        });
        all.forEach((name, value) -> {
            if (!known.contains(name) || value == null) {
                throw Refusal.of(name, UNKNOWN);
            }
        });
        return new FlowsOrder(Boolean.TRUE.equals(all.get(DRY_RUN)), Boolean.TRUE.equals(all.get(BIND)));
    }

    private static @Nullable Boolean parse(String name, List<String> values) {
        if (values.size() > 1) {
            throw Refusal.of(name, "Given twice");
        }
        return switch (values.isEmpty() ? "" : values.get(0)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Boolean> parse(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, @Nullable Boolean> read = READER.readValue(body);
            if (read == null) {
                throw Refusal.ofBody(UNREADABLE);
            }
            return read;
        } catch (JsonMappingException e) {
            throw refusal(e);
        } catch (JsonProcessingException e) {
            throw Refusal.ofBody(UNREADABLE);
        }
    }

    private static ErrorResponseException refusal(JsonMappingException e) {
        String field = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
        return field == null ? Refusal.ofBody(UNREADABLE) : Refusal.of(field, UNKNOWN);
    }
}
