package io.cloakroom.tests.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.cloakroom.tests.browser.Browser;
import io.cloakroom.tests.browser.Form;
import java.net.URI;
import java.util.Map;

/** An app on a device without a keyboard, in the device authorization grant. */
public final class Device {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Provider provider;
    private final String client;
    private final Browser own = Browser.create().sending("Accept", "application/json");
    private final CodeVerifier verifier = new CodeVerifier();
    private final Map<String, Object> grant;

    private Device(Provider provider, String client) {
        this.provider = provider;
        this.client = client;
        this.grant = post(
                URI.create(provider.authorization() + "/device"),
                Map.of(
                        "client_id",
                        client,
                        "scope",
                        "openid",
                        "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue(),
                        "code_challenge_method",
                        "S256"));
    }

    /** It has asked for a code, and shows it. */
    public static Device of(URI issuer, String client) {
        return new Device(new Provider(issuer), client);
    }

    /** What the person opens elsewhere. */
    public URI verification() {
        return URI.create(String.valueOf(grant.get("verification_uri_complete")));
    }

    /** What it gets when it asks now: tokens, or an error. */
    public Map<String, Object> tokens() {
        return post(
                provider.token(),
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        client,
                        "device_code",
                        String.valueOf(grant.get("device_code")),
                        "code_verifier",
                        verifier.getValue()));
    }

    private Map<String, Object> post(URI uri, Map<String, String> form) {
        String answer = own.submit(new Form(uri, form)).exchange().body();
        try {
            return JSON.readValue(answer, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }
}
