package io.cloakroom.link;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.RealmMac;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;

/** Writes and reads the links in mails. They are signed with the realm's own key, as Keycloak signs its action tokens. */
public final class Links {

    private static final String SIGN_IN = "cloakroom-link";
    private static final String NOT_ME = "cloakroom-not-me";

    private static final String TAB = "tab";
    private static final String BROWSER = "brw";
    private static final String SEAL = "adr";
    private static final String REFUSES = "ref";
    private static final String CODE = "cod";
    private static final String REDIRECT = "red";
    private static final String ACTIONS = "act";
    private static final String LOGIN = "log";
    private static final String PAIR = "pai";
    private static final String SECOND = "sec";

    private static final String SEAL_DOMAIN = "\0cloakroom.link.1";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmMac macs;

    /** Links of the session's realm. */
    public Links(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.macs = new RealmMac(session, realm);
    }

    /**
     * The address of the page behind a sign-in link.
     *
     * @param base the server's own address, from {@link LinkBase}
     * @param address what the link was sent to, or null where it goes to no mailbox
     */
    public URI signIn(URI base, SignInLink link, @Nullable Address address) {
        JsonWebToken token = new JsonWebToken()
                .type(SIGN_IN)
                .id(link.proofId())
                .subject(link.userId())
                .issuedFor(link.clientId())
                .iat(link.asked().at().getEpochSecond())
                .exp(link.expiresAt().getEpochSecond());
        put(token, TAB, link.asked().tabId());
        put(token, BROWSER, link.asked().browser());
        put(token, REFUSES, link.destination().mayConfirm() ? null : REFUSES);
        put(token, CODE, link.destination().code());
        put(token, REDIRECT, link.destination().redirectUri());
        if (!link.destination().actions().isEmpty()) {
            token.setOtherClaims(ACTIONS, List.copyOf(link.destination().actions()));
        }
        if (address != null) {
            macs.of(macs.newestKeyId(), sealed(link.proofId(), address)).ifPresent(seal -> put(token, SEAL, seal));
        }
        return URI.create(LinkPaths.of(base, realm, "link") + "?key=" + encode(token));
    }

    /** The address of the page that says "this was not me". It grants nothing. */
    public URI notMe(URI base, Denial denial) {
        JsonWebToken token = new JsonWebToken()
                .type(NOT_ME)
                .id(denial.proofId())
                .subject(denial.userId())
                .exp(denial.expiresAt().getEpochSecond());
        put(token, LOGIN, denial.loginId());
        put(token, PAIR, denial.pair());
        put(token, SECOND, denial.isSecond() ? SECOND : null);
        return LinkPaths.of(base, realm, "not-me/" + encode(token));
    }

    /** What the key of a sign-in link says, or nothing where it is none of this realm's. */
    Optional<SignInLink.Sealed> readSignIn(String key) {
        return read(key, SIGN_IN).map(signed -> {
            JsonWebToken token = signed.token();
            Instant asked = Instant.ofEpochSecond(Objects.requireNonNullElse(token.getIat(), 0L));
            SignInLink link = new SignInLink(
                    token.getId(),
                    token.getSubject(),
                    Objects.requireNonNullElse(token.getIssuedFor(), ""),
                    Instant.ofEpochSecond(token.getExp()),
                    new SignInLink.Asked(asked, text(token, BROWSER), text(token, TAB)),
                    destination(token));
            return new SignInLink.Sealed(link, signed.keyId(), text(token, SEAL));
        });
    }

    /** What the key of a denial says, or nothing where it is none of this realm's. */
    Optional<Denial> readDenial(String key) {
        return read(key, NOT_ME)
                .map(Signed::token)
                .map(token -> new Denial(
                        token.getId(),
                        token.getSubject(),
                        Instant.ofEpochSecond(token.getExp()),
                        orNull(token, LOGIN),
                        orNull(token, PAIR),
                        orNull(token, SECOND) != null));
    }

    /** Whether the link was sent to this address. */
    boolean wasSentTo(SignInLink.Sealed found, Address address) {
        return macs.of(found.keyId(), sealed(found.link().proofId(), address))
                .filter(mac -> RealmMac.areEqual(mac, found.seal()))
                .isPresent();
    }

    private static List<String> sealed(String proofId, Address address) {
        return List.of(SEAL_DOMAIN, proofId, address.canonical());
    }

    private String encode(JsonWebToken token) {
        return session.tokens().encode(token.issuer(realm.getId()));
    }

    private Optional<Signed> read(String key, String type) {
        try {
            JWSInput jws = new JWSInput(key);
            if (!isSignedAsOurs(jws)) {
                return Optional.empty();
            }
            return Optional.ofNullable(session.tokens().decode(key, JsonWebToken.class))
                    .filter(token -> type.equals(token.getType()) && isOurs(token))
                    .map(token -> new Signed(token, jws.getHeader().getKeyId()));
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    /** A header can be anything that is JSON. */
    private static boolean isSignedAsOurs(JWSInput jws) {
        return jws.getHeader() != null
                && jws.getHeader().getAlgorithm() != null
                && Constants.INTERNAL_SIGNATURE_ALGORITHM.equals(jws.getHeader().getRawAlgorithm());
    }

    /** The key alone does not say so: a realm that was made from a full export of another one has the same keys. */
    private boolean isOurs(JsonWebToken token) {
        return realm.getId().equals(token.getIssuer()) && token.getId() != null && token.getExp() != null;
    }

    private static void put(JsonWebToken token, String claim, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            token.setOtherClaims(claim, value);
        }
    }

    private static String text(JsonWebToken token, String claim) {
        return Objects.requireNonNullElse(orNull(token, claim), "");
    }

    private static @Nullable String orNull(JsonWebToken token, String claim) {
        return token.getOtherClaims().get(claim) instanceof String text ? text : null;
    }

    private static SignInLink.Destination destination(JsonWebToken token) {
        return new SignInLink.Destination(
                orNull(token, REFUSES) == null, orNull(token, CODE), orNull(token, REDIRECT), actions(token));
    }

    private static Set<String> actions(JsonWebToken token) {
        return token.getOtherClaims().get(ACTIONS) instanceof Collection<?> actions
                ? actions.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private record Signed(JsonWebToken token, String keyId) {}
}
