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

    public List<String> amr() {
        return claims.get("amr") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String text(String claim) {
        return String.valueOf(claims.get(claim));
    }
}
