package io.cloakroom.tests.pages;

import java.util.List;
import java.util.Map;

/** The validated claims of an ID token. */
public record IdToken(Map<String, Object> claims) {

    public String email() {
        return text("email");
    }

    public String subject() {
        return text("sub");
    }

    public String acr() {
        return text("acr");
    }

    /** When the person last proved to be there, in seconds since 1970. */
    public long authTime() {
        return ((Number) claims.get("auth_time")).longValue();
    }

    public List<String> amr() {
        return claims.get("amr") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String text(String claim) {
        return String.valueOf(claims.get(claim));
    }
}
