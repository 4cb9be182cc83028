package io.cloakroom.flow;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address as a person typed it, and the two forms it is compared in.
 *
 * <p>Two addresses are <em>equal</em> when their canonical forms are: surrounding blanks are gone, full-width forms are
 * their ASCII twins, letters are small, and the domain is in ASCII (IDNA). No other folding: a letter that merely looks
 * or sorts like another (dotless i, Kelvin sign, sharp s) stays itself, so that nobody is mistaken for somebody else.
 *
 * <p>Limits count on a coarser form ({@link #limitKey()}): compatible spellings share one budget although they are not equal.
 */
public final class Address {

    /** RFC 5321, 4.5.3.1.3: a path of 256 octets, less its angle brackets. */
    static final int MAX_LENGTH = 254;
    /** RFC 5321, 4.5.3.1.1. */
    private static final int MAX_LOCAL_LENGTH = 64;

    private static final Pattern LOCAL_PART =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~\\-\\P{ASCII}]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~\\-\\P{ASCII}]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    /** More than any address holds. */
    private static final int MOST_SHOWN = 512;

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Z}]");

    private final String typed;
    private final String canonical;

    private Address(String typed, String canonical) {
        this.typed = typed;
        this.canonical = canonical;
    }

    /**
     * Reads what was typed.
     *
     * @return nothing where this can't be one address: no or several addresses, display names, quoted or literal parts,
     *     control or hidden characters, over-long input, a domain that IDNA would turn into another one
     */
    public static Optional<Address> parse(String input) {
        if (input.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        String typed = input.strip();
        String folded = fold(typed);
        int at = folded.indexOf('@');
        if (at < 1 || at != folded.lastIndexOf('@') || HIDDEN.matcher(folded).find()) {
            return Optional.empty();
        }
        String local = folded.substring(0, at);
        if (local.length() > MAX_LOCAL_LENGTH || !LOCAL_PART.matcher(local).matches()) {
            return Optional.empty();
        }
        return asciiDomain(folded.substring(at + 1))
                .map(domain -> new Address(typed, local + "@" + domain))
                .filter(address -> address.canonical.length() <= MAX_LENGTH);
    }

    /** What comes back into a field after an error: as it was typed, but no burden on the page and no control signs. */
    public static String shown(String input) {
        String printable = UNPRINTABLE.matcher(input).replaceAll("");
        return printable.substring(0, Math.min(printable.length(), MOST_SHOWN));
    }

    /** What the person typed, without surrounding blanks: for their own eyes. */
    public String typed() {
        return typed;
    }

    /** The form that equality, lookup and proofs use. */
    public String canonical() {
        return canonical;
    }

    /** The canonical form with the domain as people write it, under which an account may be stored as well. */
    public String unicode() {
        int at = canonical.indexOf('@') + 1;
        return canonical.substring(0, at) + IDN.toUnicode(canonical.substring(at));
    }

    /** The domain, in ASCII. */
    public String domain() {
        return canonical.substring(canonical.indexOf('@') + 1);
    }

    /** The form that limits count on: compatible spellings of one address, equal or not, share it. */
    public String limitKey() {
        return Normalizer.normalize(canonical, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The address with most of its local part hidden: {@code a•••@example.com}. Depends on the address only. */
    public String masked() {
        int at = typed.indexOf('@');
        return at < 0 ? "•••" : typed.substring(0, typed.offsetByCodePoints(0, 1)) + "•••" + typed.substring(at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && canonical.equals(address.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Hides the address: whatever logs this object logs nobody. */
    @Override
    public String toString() {
        return "Address[hidden]";
    }

    private static String fold(String typed) {
        StringBuilder folded = new StringBuilder(typed.length());
        typed.codePoints().map(Address::narrow).map(Address::small).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Full-width forms (U+FF01 to U+FF5E) are the ASCII characters of an East Asian keyboard. */
    private static int narrow(int codePoint) {
        return codePoint >= 0xFF01 && codePoint <= 0xFF5E ? codePoint - 0xFEE0 : codePoint;
    }

    /** Small letters, where the way back is the same: the Kelvin sign's small letter is k, but k's capital is K. */
    private static int small(int codePoint) {
        int small = Character.toLowerCase(codePoint);
        return Character.toUpperCase(small) == codePoint ? small : codePoint;
    }

    private static Optional<String> asciiDomain(String domain) {
        String dotted = domain.replace('\u3002', '.').replace('\uFF61', '.');
        if (dotted.isEmpty() || dotted.endsWith(".")) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(dotted, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean sameDomain = ascii.equals(dotted) || IDN.toUnicode(ascii).equals(dotted);
            return sameDomain && isHostName(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHostName(String ascii) {
        for (String label : ascii.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !ascii.matches("[0-9.]+");
    }
}
