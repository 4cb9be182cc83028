package io.cloakroom.proof;

import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * What a code looks like.
 *
 * @param alphabet its characters
 * @param length how many of them; together they hold at least as much as six digits
 */
public record CodeFormat(CodeAlphabet alphabet, int length) {

    /** Six digits: the least that NIST SP 800-63B-4, 3.1.3.2, takes for an out-of-band secret. */
    private static final double LEAST_BITS = CodeAlphabet.DIGITS.bits(6);

    private static final Setting<CodeAlphabet> ALPHABET = Setting.choice("codeAlphabet", CodeAlphabet.UNAMBIGUOUS);
    private static final Setting<Integer> LENGTH = Setting.number("codeLength", 8, 4, 32);

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = List.of(ALPHABET, LENGTH);

    /** The format in force. */
    public static CodeFormat from(@Nullable AuthenticatorConfigModel model) {
        return new CodeFormat(ALPHABET.in(model), LENGTH.in(model));
    }

    /** Refuses what could be guessed. */
    public CodeFormat {
        if (alphabet.bits(length) < LEAST_BITS) {
            throw new InvalidSettingException(
                    "codeLength",
                    "a longer code is needed: together with codeAlphabet it must hold as much as six digits");
        }
    }
}
