package io.cloakroom.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What administrators may ask of us. */
final class AdminResource {

    private static final String MAGIC_LINKS = "magic-links";
    private static final String FLOWS = "flows";
    private static final String RESOURCE_TYPE = "CLOAKROOM_MAGIC_LINK";

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder event;

    AdminResource(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder event) {
        this.session = session;
        this.auth = auth;
        this.event = event;
    }

    /** Makes a link that signs somebody in once, and mails it to them or hands it out. */
    @POST
    @Path(MAGIC_LINKS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response mint(@Nullable String body) {
        Caller caller = new Caller(session, auth);
        caller.requireSomeRight();
        LinkOrder order = LinkOrder.read(body);
        UserModel user = caller.user(order);
        Minted minted = new Mint(session, order).make(user);
        tell(order, user, minted);
        Map<String, String> answer = new LinkedHashMap<>();
        minted.handedOut().ifPresent(link -> answer.put("link", link.toString()));
        answer.put("expiresAt", minted.expiresAt().toString());
        return Response.status(minted.handedOut().isPresent() ? Response.Status.OK : Response.Status.ACCEPTED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer)
                .build();
    }

    /** Gives the realm our flows, or upgrades them. */
    @POST
    @Path(FLOWS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response installFlows(@Context UriInfo uri, @Nullable String body) {
        return new FlowsResource(session, auth, event).install(uri, body);
    }

    /** Takes our flows out of the realm. */
    @DELETE
    @Path(FLOWS)
    @Produces(MediaType.APPLICATION_JSON)
    public Response removeFlows(@Context UriInfo uri) {
        return new FlowsResource(session, auth, event).remove(uri);
    }

    /** Whether the realm is ready. */
    @Path("check")
    public CheckResource check() {
        return new CheckResource(session, auth);
    }

    /** Says who was given a link by whom, to what and for how long; never the link, nor what it is made of. */
    private void tell(LinkOrder order, UserModel user, Minted minted) {
        event.operation(OperationType.ACTION)
                .resource(RESOURCE_TYPE)
                .resourcePath("cloakroom", MAGIC_LINKS, user.getId())
                .detail("client_id", order.client())
                .detail("send", Boolean.toString(minted.handedOut().isEmpty()))
                .detail("expires_at", minted.expiresAt().toString())
                .detail("required_actions", String.join(" ", order.requiredActions()))
                .success();
    }

    /**
     * A link that has been made.
     *
     * @param handedOut the link, or nothing where it went to a mailbox
     * @param expiresAt from when on it is worth nothing
     */
    record Minted(Optional<URI> handedOut, Instant expiresAt) {

        /** Hides everything: whatever logs this object logs nothing. */
        @Override
        public String toString() {
            return "Minted[hidden]";
        }
    }
}
