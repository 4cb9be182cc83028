package io.cloakroom.check;

/**
 * What the administrator who asks may see beyond the realm and its flows. What they may not is not named.
 *
 * @param clients whether clients may be named
 * @param providers whether identity providers may be named
 * @param mailServer whether the server may connect to the mail server for them, as Keycloak's own test does
 */
public record Sight(boolean clients, boolean providers, boolean mailServer) {}
