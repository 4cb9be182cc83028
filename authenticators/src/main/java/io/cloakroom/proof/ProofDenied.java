package io.cloakroom.proof;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * Somebody has said "this was not me" about a mail. Published in the session that answers the request.
 *
 * @param session the session
 * @param proofId what was mailed
 * @param userId whose mailbox it is, or null where no account has the address
 */
public record ProofDenied(
        KeycloakSession session, String proofId, @Nullable String userId) implements ProviderEvent {}
