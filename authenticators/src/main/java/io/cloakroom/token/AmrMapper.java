package io.cloakroom.token;

import io.cloakroom.flow.ProviderIds;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Writes the claim {@code amr}. Keycloak's own mapper prints one configured value for each execution, and so cannot tell a
 * code from a link.
 */
public final class AmrMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, TokenIntrospectionTokenMapper {

    @Override
    public String getId() {
        return ProviderIds.AMR_MAPPER;
    }

    @Override
    public String getDisplayType() {
        return "Cloakroom: authentication methods (amr)";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Tells code, link, password, passkey, TOTP and recovery code apart; mfa only where they are of two kinds.";
    }

    /** Behind Keycloak's own, which names no place and so has 0: where a client has both, the claim is ours. */
    @Override
    public int getPriority() {
        return 1;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, AmrMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        token.setOtherClaims(
                OAuth2Constants.AUTHENTICATOR_METHOD_REFERENCE,
                AuthenticationMethods.of(userSession, userSession.getRealm()));
    }
}
