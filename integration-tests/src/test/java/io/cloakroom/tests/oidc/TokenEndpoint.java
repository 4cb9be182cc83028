package io.cloakroom.tests.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What apps ask Keycloak for without a browser. */
public final class TokenEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Provider provider;

    private TokenEndpoint(Provider provider) {
        this.provider = provider;
    }

    public static TokenEndpoint of(URI issuer) {
        return new TokenEndpoint(new Provider(issuer));
    }

    /** The methods in the token that a name and a password are worth. */
    public List<String> amrOfPassword(String client, String username, String password) {
        JsonNode answer = post(
                provider.token(),
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", username,
                        "password", password,
                        "scope", "openid"));
        try {
            return SignedJWT.parse(answer.path("access_token").asText())
                    .getJWTClaimsSet()
                    .getStringListClaim("amr");
        } catch (ParseException e) {
            throw new AssertionError(answer.toString(), e);
        }
    }

    /** The methods that a token stands on, as Keycloak tells that client. */
    public List<String> amrByIntrospection(String client, String secret, String token) {
        JsonNode answer = post(
                URI.create(provider.token() + "/introspect"),
                Map.of("client_id", client, "client_secret", secret, "token", token));
        return StreamSupport.stream(answer.path("amr").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode post(URI uri, Map<String, String> form) {
        String answer = Browser.create().submit(new Form(uri, form)).exchange().body();
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }
}
