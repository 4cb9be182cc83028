package io.cloakroom.tests.phone;

import io.cloakroom.tests.browser.Page;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * A passkey in software: a P-256 key that answers as a browser with its authenticator would, and can be told to answer
 * otherwise.
 */
public final class SoftPasskey {

    private static final byte USER_PRESENT = 0x01;
    private static final byte USER_VERIFIED = 0x04;
    private static final byte HAS_KEY = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private long counter = 1;
    private byte flags = USER_PRESENT | USER_VERIFIED;

    private SoftPasskey(KeyPair keys) {
        this.keys = keys;
        new SecureRandom().nextBytes(id);
    }

    public static SoftPasskey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SoftPasskey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on it signs without having asked for a finger, a face or a PIN. */
    public SoftPasskey withoutUserVerification() {
        flags = USER_PRESENT;
        return this;
    }

    /** The next signature counts from there. */
    public SoftPasskey countingFrom(long next) {
        counter = next;
        return this;
    }

    /** As Keycloak stores it: {@code webauthn-passwordless} or {@code webauthn}. */
    public CredentialRepresentation enrolledAs(String type) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(type);
        credential.setUserLabel("Soft passkey");
        credential.setSecretData("{}");
        credential.setCredentialData(String.format(
                "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"%s\",\"counter\":0,"
                        + "\"credentialPublicKey\":\"%s\",\"attestationStatementFormat\":\"none\"}",
                Base64.getEncoder().encodeToString(id), base64Url(coseKey())));
        return credential;
    }

    /** What the browser posts, answering a page that enrols a passkey; it tells nothing of its make. */
    public Map<String, String> enrol(Page page) {
        URI at = page.exchange().uri();
        byte[] data = ByteBuffer.allocate(164)
                .put(sha256(at.getHost().getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | HAS_KEY))
                .putInt(0)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(coseKey())
                .array();
        Map<String, String> form = new LinkedHashMap<>();
        form.put(
                "clientDataJSON",
                base64Url(clientData("create", challengeOf(page), at.getScheme() + "://" + at.getAuthority())));
        form.put("attestationObject", base64Url(unattested(data)));
        form.put("publicKeyCredentialId", base64Url(id));
        // Keycloak takes no two of one name.
        form.put("authenticatorLabel", "Soft passkey " + base64Url(id).substring(0, 6));
        return form;
    }

    /** What the browser posts, answering the challenge of that page for that user. */
    public Map<String, String> answer(Page page, String userId) {
        URI at = page.exchange().uri();
        return answer(challengeOf(page), at.getScheme() + "://" + at.getAuthority(), at.getHost(), userId);
    }

    /** The same for any challenge, origin, relying party and user. */
    public Map<String, String> answer(String challenge, String origin, String rpId, String userId) {
        byte[] clientData = clientData("get", challenge, origin);
        byte[] data = ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put(flags)
                .putInt((int) counter++)
                .array();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("clientDataJSON", base64Url(clientData));
        form.put("authenticatorData", base64Url(data));
        form.put("signature", base64Url(sign(join(data, sha256(clientData)))));
        form.put("credentialId", base64Url(id));
        form.put("userHandle", base64Url(userId.getBytes(StandardCharsets.UTF_8)));
        return form;
    }

    /** The challenge that a page carries: ours in its form, Keycloak's own in its script. */
    public static String challengeOf(Page page) {
        Element ours = page.document().selectFirst("#webauth[data-challenge], #register[data-challenge]");
        if (ours != null) {
            return ours.attr("data-challenge");
        }
        String script = page.document().select("script[type=module]").html();
        String[] parts = script.split("challenge : \"", 2);
        if (parts.length < 2) {
            throw new AssertionError("No challenge on " + page);
        }
        return parts[1].substring(0, parts[1].indexOf('"'));
    }

    private static byte[] clientData(String type, String challenge, String origin) {
        return String.format(
                        "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}",
                        type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A CBOR map of three entries: the format "none", an empty statement, and the data of less than 256 bytes. */
    private static byte[] unattested(byte[] data) {
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.write(0xA3);
        map.writeBytes(text("fmt"));
        map.writeBytes(text("none"));
        map.writeBytes(text("attStmt"));
        map.write(0xA0);
        map.writeBytes(text("authData"));
        map.write(0x58);
        map.write(data.length);
        map.writeBytes(data);
        return map.toByteArray();
    }

    /** CBOR again, of a word of less than 24 letters. */
    private static byte[] text(String word) {
        return join(new byte[] {(byte) (0x60 + word.length())}, word.getBytes(StandardCharsets.US_ASCII));
    }

    /** A CBOR map of five entries, all of fixed length: RFC 9052, 7, and RFC 9053, 7.1.1. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] head = {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20};
        byte[] middle = {0x22, 0x58, 0x20};
        return join(
                join(head, coordinate(key.getW().getAffineX())),
                join(middle, coordinate(key.getW().getAffineY())));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
