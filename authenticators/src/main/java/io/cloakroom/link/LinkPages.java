package io.cloakroom.link;

import io.cloakroom.flow.Lookups;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.LocaleUtil;

/** The pages of links that stand outside a login. */
final class LinkPages {

    private static final String REFERRER_POLICY = "Referrer-Policy";
    private static final String NO_REFERRER = "no-referrer";
    private static final String NO_STORE = "no-store";

    private final KeycloakSession session;
    private final RealmModel realm;

    LinkPages(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whether the realm answers at all, and over this connection. */
    boolean mayAnswer() {
        boolean secure =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        return realm.isEnabled()
                && (secure
                        || !realm.getSslRequired()
                                .isRequired(session.getContext().getConnection()));
    }

    Response nothing() {
        return Response.ok()
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(REFERRER_POLICY, NO_REFERRER)
                .build();
    }

    /** Leads on; the address that held a key is neither kept nor passed on. */
    Response redirect(URI uri) {
        return Response.seeOther(uri)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(REFERRER_POLICY, NO_REFERRER)
                .build();
    }

    URI urlOf(LinkEnd end, @Nullable ClientModel client) {
        UriBuilder uri = UriBuilder.fromUri(url("link/ended/" + end.id()));
        if (client != null) {
            uri.queryParam("client_id", client.getClientId());
        }
        return uri.build();
    }

    /** A link that leads no further, with a way to begin anew where it is known at which app. */
    Response ended(LinkEnd end, Optional<ClientModel> client) {
        client.ifPresent(session.getContext()::setClient);
        return form("link/again")
                .setAttribute("cloakroomEnd", end.message())
                .setAttribute("cloakroomSignOut", SignOut.after(end, session))
                .setAttribute(
                        "cloakroomClientId",
                        client.map(ClientModel::getClientId).orElse(""))
                .setStatus(Response.Status.BAD_REQUEST)
                .createForm("cloakroom-link-ended.ftl");
    }

    /** Asks before anything is done. */
    Response askNotMe(String key) {
        return form("not-me/" + key).setAttribute("cloakroomAsks", true).createForm("cloakroom-not-me.ftl");
    }

    /**
     * Says that it is done.
     *
     * @param advice keys of what is left for the person to do
     */
    Response denied(List<String> advice) {
        return form("not-me")
                .setAttribute("cloakroomAsks", false)
                .setAttribute("cloakroomAdvice", advice)
                .setAttribute("cloakroomAccount", accountConsole().orElse(""))
                .createForm("cloakroom-not-me.ftl");
    }

    private Optional<String> accountConsole() {
        return Lookups.client(realm, Constants.ACCOUNT_CONSOLE_CLIENT_ID)
                .filter(ClientModel::isEnabled)
                .flatMap(console -> HomePage.of(session, console));
    }

    private LoginFormsProvider form(String page) {
        LocaleUtil.processLocaleParam(session, realm, null);
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("cloakroomAction", url(page).toString())
                .setResponseHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    private URI url(String page) {
        return LinkPaths.of(session.getContext().getUri().getBaseUri(), realm, page);
    }
}
