package io.cloakroom.tests.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.cloakroom.tests.pages.IdToken;
import io.cloakroom.tests.pages.Redeemer;
import io.cloakroom.tests.pages.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the authorization code flow with PKCE, from the request to the validated ID token. */
public final class Login implements Redeemer {

    /** A busy machine answers late; half a second, which the library waits, has been too short. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final Provider provider;
    private final ClientID client;
    private final URI redirectUri;
    private final Map<String, String> parameters;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    Login(Provider provider, String client, URI redirectUri, Map<String, String> parameters) {
        this.provider = provider;
        this.client = new ClientID(client);
        this.redirectUri = redirectUri;
        this.parameters = parameters;
    }

    public URI redirectUri() {
        return redirectUri;
    }

    /** Where to send the browser. */
    public URI uri() {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), client, redirectUri)
                .endpointURI(provider.authorization())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        Map<String, List<String>> query = new LinkedHashMap<>(request.toParameters());
        parameters.forEach((name, value) -> query.put(name, List.of(value)));
        return URI.create(provider.authorization() + "?" + URLUtils.serializeParameters(query));
    }

    /** Exchanges the code that came back and checks everything a client has to check. */
    @Override
    public SignedIn redeem(URI callback) {
        try {
            OIDCTokens tokens = exchange(codeIn(callback));
            JWT idToken = tokens.getIDToken();
            Map<String, Object> claims = validator().validate(idToken, nonce).toJSONObject();
            return new SignedIn(
                    new IdToken(claims),
                    idToken.serialize(),
                    tokens.getAccessToken().getValue());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("The app does not accept " + callback, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuthorizationCode codeIn(URI callback) throws ParseException {
        AuthenticationResponse response = AuthenticationResponseParser.parse(callback);
        if (!response.indicatesSuccess()) {
            throw new AssertionError("The app got an error: "
                    + response.toErrorResponse().getErrorObject().toJSONObject());
        }
        if (!state.equals(response.getState())) {
            throw new AssertionError("The app got another state than it sent");
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private OIDCTokens exchange(AuthorizationCode code) throws ParseException, IOException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, redirectUri, verifier);
        TokenRequest request = new TokenRequest.Builder(provider.token(), client, grant).build();
        TokenResponse response =
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        if (!response.indicatesSuccess()) {
            throw new AssertionError("The code is not worth tokens: "
                    + response.toErrorResponse().getErrorObject().toJSONObject());
        }
        return response.toSuccessResponse().getTokens().toOIDCTokens();
    }

    private IDTokenValidator validator() throws IOException {
        Issuer issuer = new Issuer(provider.issuer());
        return new IDTokenValidator(
                issuer,
                client,
                JWSAlgorithm.RS256,
                provider.keys().toURL(),
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS));
    }
}
