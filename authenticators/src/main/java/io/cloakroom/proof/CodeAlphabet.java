package io.cloakroom.proof;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** The characters a code is made of, and how forgivingly it is read. */
public enum CodeAlphabet {
    /** 32 characters: letters and digits without the look-alikes I, L, O and U. */
    UNAMBIGUOUS("0123456789ABCDEFGHJKMNPQRSTVWXYZ", "ILOU", "110V"),
    /** All 36 letters and digits: nothing can be forgiven, every look-alike is itself. */
    ALPHANUMERIC("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "", ""),
    /** Ten digits. */
    DIGITS("0123456789", "ILO", "110");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUP = 4;

    private final String characters;
    private final String lookAlikes;
    private final String meant;

    CodeAlphabet(String characters, String lookAlikes, String meant) {
        this.characters = characters;
        this.lookAlikes = lookAlikes;
        this.meant = meant;
    }

    /** A new code from a cryptographic random source: every code of this length is equally likely. */
    public String newCode(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(characters.charAt(RANDOM.nextInt(characters.length())));
        }
        return code.toString();
    }

    /**
     * The code that was meant: any case, any digits of the world, full-width forms, blanks, dashes and look-alikes.
     *
     * @return only characters that a code can hold, or those that were typed where they can't be read as one
     */
    public String read(String typed) {
        StringBuilder code = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(CodeAlphabet::isWritten)
                .map(this::meant)
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    /** The bits of entropy in a code of this length. */
    public double bits(int length) {
        return length * Math.log(characters.length()) / Math.log(2);
    }

    /** The code in groups of four, as people read it: {@code ABCD-EFGH}. */
    public static String grouped(String code) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(code, i, Math.min(code.length(), i + GROUP));
        }
        return groups.toString();
    }

    private static boolean isWritten(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    private int meant(int codePoint) {
        int digit = Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
        int ascii = digit >= 0 ? '0' + digit : codePoint;
        int lookAlike = lookAlikes.indexOf(ascii);
        return lookAlike < 0 ? ascii : meant.charAt(lookAlike);
    }
}
