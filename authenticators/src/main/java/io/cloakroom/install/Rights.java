package io.cloakroom.install;

/**
 * What whoever asks may do and see beyond the realm's flows, as Keycloak itself would have it. What they may not do is left
 * out, and what they may not see is not named.
 *
 * @param clientScopes whether the mapper may be put into a client scope, or taken out
 * @param clients whether clients may be named
 * @param providers whether identity providers may be named
 */
public record Rights(boolean clientScopes, boolean clients, boolean providers) {

    /** The server's own. */
    public static final Rights ALL = new Rights(true, true, true);
}
