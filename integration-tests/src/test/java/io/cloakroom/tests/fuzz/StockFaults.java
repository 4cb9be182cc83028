package io.cloakroom.tests.fuzz;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Exceptions in the log that Keycloak itself comes to on such requests, without us; each by its name. */
public enum StockFaults {
    /** A host, scheme or prefix in the request that makes no address of a server. */
    HOST_THAT_IS_NONE("at org\\.keycloak\\.url\\.HostnameV2Provider\\.(getFrontUriBuilder|normalizedPort)"),
    /** The same where the address of the request itself is asked for. */
    ADDRESS_THAT_IS_NONE("at org\\.jboss\\.resteasy\\.reactive\\.server\\.jaxrs\\.UriInfoImpl\\.get"),
    /** The same in the addresses of the languages that a page offers. */
    ADDRESS_OF_A_LANGUAGE("at org\\.keycloak\\.theme\\.beans\\.LocaleBean\\."),
    /** Percent signs that escape nothing. */
    ESCAPE_THAT_IS_NONE("at org\\.jboss\\.resteasy\\.reactive\\.common\\.util\\.URLUtils\\.failedToDecodeURL"),
    /** A content type that is none. */
    TYPE_THAT_IS_NONE(
            "at org\\.jboss\\.resteasy\\.reactive\\.common\\.headers\\.MediaTypeHeaderDelegate\\.internalParse"),
    /** The answer to one of those, which lacks the type that Keycloak looks for. */
    ANSWER_WITHOUT_A_TYPE("InternalServerErrorException(?s:.*)at"
            + " org\\.keycloak\\.headers\\.DefaultSecurityHeadersProvider\\.addHeaders"),
    /** A character set that is none. */
    CHARSET_THAT_IS_NONE("(UnsupportedCharset|IllegalCharsetName)Exception"),
    /** A multipart body without a boundary, or with another one. */
    MULTIPART_THAT_IS_NONE(
            "at org\\.jboss\\.resteasy\\.reactive\\.server\\.core\\.multipart\\.MultiPartParserDefinition"),
    /** A form for another step than the one that is shown: Keycloak tells of it and shows a page. */
    STEP_THAT_IS_NOT_SHOWN("AuthenticationFlowException(?s:.*)DefaultAuthenticationFlow\\.lambda\\$processAction"),
    /** An authenticator app that the account does not have. */
    OTP_OF_NOBODY("NullPointerException(?s:.*)at org\\.keycloak\\.models\\.credential\\.OTPCredentialModel"),
    /** Claims that are no JSON: Keycloak tells of them and goes on. */
    CLAIMS_THAT_ARE_NONE("at org\\.keycloak\\.protocol\\.oidc\\.utils\\.AcrUtils"),
    /** Client data or a passkey's fields that are no Base64. */
    NO_BASE64("IllegalArgumentException(?s:.*)at org\\.keycloak\\.common\\.util\\.Base64Url\\.decode"),
    /** More in a column of an event, or a name, than the database takes. */
    TOO_LONG_FOR_THE_DATABASE("JdbcBatchUpdateException(?s:.*)Value too long for column"),
    /**
     * A parameter of a form's address that is no address. Every step asks Keycloak for a form, ours do, too: Keycloak fails
     * there, catches it, and shows its page.
     */
    FORM_ADDRESS_THAT_IS_NONE("at org\\.keycloak\\.authentication\\.AuthenticationProcessor\\$Result\\.getActionUrl"),
    /** The same when the page around the form is made, be it ours or Keycloak's. */
    PAGE_ADDRESS_THAT_IS_NONE("at org\\.keycloak\\.forms\\.login\\.freemarker\\.FreeMarkerLoginFormsProvider"
            + "\\.(prepareBaseUriBuilder|createCommonAttributes)"),
    /** A language that a cookie cannot hold. */
    COOKIE_THAT_IS_NONE("at org\\.keycloak\\.cookie\\.DefaultCookieProvider\\.set"),
    /** A parameter of an authorization request that is none: Keycloak tells of it and refuses. */
    REQUEST_THAT_IS_NONE("KC-SERVICES0097: Invalid request"),
    /** A forwarded address that is empty: the server below Keycloak fails, and never answers. */
    NOBODY_TO_FORWARD_FOR("at io\\.quarkus\\.vertx\\.http\\.runtime\\.ForwardedParser\\.parseFor");

    /** What Keycloak comes to when it makes a form or a page that it was asked for, by a step of ours or by anything. */
    private static final Set<StockFaults> OF_FORMS = EnumSet.of(FORM_ADDRESS_THAT_IS_NONE, PAGE_ADDRESS_THAT_IS_NONE);

    private static final String QUOTED_COOKIE = "Error decoding auth session id with value: ";
    private static final Pattern NEXT_ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(");

    private final Pattern trace;

    StockFaults(String trace) {
        this.trace = Pattern.compile(trace, Pattern.DOTALL);
    }

    /** Entries with a stack trace that is none of these, or leads through our code. */
    public static List<String> unknown(String log) {
        return exceptions(log).filter(entry -> !isKnown(entry)).toList();
    }

    /** Entries that are one of these. */
    public static List<String> known(String log) {
        return exceptions(log).filter(StockFaults::isKnown).toList();
    }

    /** All entries but those that are one of these, or in which Keycloak quotes a cookie that is none as it came. */
    public static Stream<String> unexplained(String log) {
        return Arrays.stream(NEXT_ENTRY.split(log))
                .filter(entry -> !entry.contains(QUOTED_COOKIE))
                .filter(entry -> !FRAME.matcher(entry).find() || !isKnown(entry));
    }

    /** How many requests the server below Keycloak has left without an answer. */
    public static int silences(String log) {
        return Math.toIntExact(
                exceptions(log).filter(NOBODY_TO_FORWARD_FOR::isIn).count());
    }

    /** How often each of these came. */
    public static Map<StockFaults, Long> count(String log) {
        List<String> known = known(log);
        Map<StockFaults, Long> counts = new EnumMap<>(StockFaults.class);
        for (StockFaults fault : values()) {
            counts.put(fault, known.stream().filter(fault::isIn).count());
        }
        return counts;
    }

    private static Stream<String> exceptions(String log) {
        return Arrays.stream(NEXT_ENTRY.split(log))
                .filter(entry -> FRAME.matcher(entry).find());
    }

    private static boolean isKnown(String entry) {
        return Arrays.stream(values()).anyMatch(fault -> fault.isIn(entry) && fault.mayCome(entry));
    }

    private boolean mayCome(String entry) {
        return OF_FORMS.contains(this) || !entry.contains("at io.cloakroom.");
    }

    private boolean isIn(String entry) {
        return trace.matcher(entry).find();
    }
}
