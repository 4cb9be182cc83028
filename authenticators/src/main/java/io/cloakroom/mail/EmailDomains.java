package io.cloakroom.mail;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.Setting;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * Whose addresses may become accounts.
 *
 * @param allowed the only domains that may, or none where all may
 * @param blocked the domains that may not
 */
public record EmailDomains(List<Pattern> allowed, List<Pattern> blocked) {

    private static final String SUBDOMAINS = "*.";
    private static final String TAKES = "domains such as example.com or *.example.com, separated by commas";

    private static final Setting<List<Pattern>> ALLOWED =
            Setting.notation("allowedDomains", "", TAKES, EmailDomains::parse);
    private static final Setting<List<Pattern>> BLOCKED =
            Setting.notation("blockedDomains", "", TAKES, EmailDomains::parse);

    /** What the admin console shows. */
    public static final List<Setting<?>> SETTINGS = List.of(ALLOWED, BLOCKED);

    /** The domains in force. */
    public static EmailDomains from(@Nullable AuthenticatorConfigModel model) {
        return new EmailDomains(ALLOWED.in(model), BLOCKED.in(model));
    }

    /** Whether that address may become an account's. */
    public boolean allow(Address address) {
        String domain = address.domain();
        return (allowed.isEmpty() || allowed.stream().anyMatch(pattern -> pattern.matches(domain)))
                && blocked.stream().noneMatch(pattern -> pattern.matches(domain));
    }

    private static List<Pattern> parse(String text) {
        List<Pattern> patterns = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Pattern::of)
                .toList();
        if (patterns.isEmpty() && !text.isEmpty()) {
            throw new IllegalArgumentException(TAKES + ", are needed");
        }
        return patterns;
    }

    /**
     * One domain, or all below one.
     *
     * @param domain in ASCII
     * @param below whether it stands for the domains below it
     */
    public record Pattern(String domain, boolean below) {

        static Pattern of(String name) {
            boolean below = name.startsWith(SUBDOMAINS);
            String domain = below ? name.substring(SUBDOMAINS.length()) : name;
            return Address.parse("a@" + domain)
                    .map(address -> new Pattern(address.domain(), below))
                    .orElseThrow(() -> new IllegalArgumentException(TAKES + ", are needed"));
        }

        boolean matches(String other) {
            return below ? other.endsWith("." + domain) : other.equals(domain);
        }
    }
}
