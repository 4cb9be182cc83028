package io.cloakroom.link;

import io.cloakroom.flow.Address;
import io.cloakroom.proof.ProofMarks;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the links in mails lead to. Opening a sign-in link changes nothing but the page that its login shows next, and
 * always leads on to an address that no longer holds the key.
 */
public final class LinkResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Links links;
    private final Logins logins;
    private final LinkPages pages;

    LinkResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.links = new Links(session);
        this.logins = new Logins(session);
        this.pages = new LinkPages(session);
    }

    /** Opens a sign-in link in the login that asked for it, or in a new one where this browser has none that did. */
    @GET
    @Path("link")
    public Response open(@QueryParam("key") @Nullable String key) {
        Optional<SignInLink.Sealed> read = pages.mayAnswer() && key != null ? links.readSignIn(key) : Optional.empty();
        Optional<ClientModel> client =
                read.map(found -> realm.getClientById(found.link().clientId())).filter(ClientModel::isEnabled);
        return client.map(app -> open(read.get(), app)).orElseGet(() -> end(LinkEnd.INVALID, null));
    }

    /** Mail programs ask whether a link is there; it is, and nothing happens. */
    @HEAD
    @Path("link")
    public Response look() {
        return pages.nothing();
    }

    /** The page of a link that leads no further. It says what to do next, and nothing about anybody. */
    @GET
    @Path("link/ended/{reason}")
    public Response ended(@PathParam("reason") String reason, @QueryParam("client_id") @Nullable String clientId) {
        LinkEnd end = LinkEnd.byId(reason).orElse(LinkEnd.INVALID);
        return pages.ended(end, logins.client(clientId));
    }

    /** Begins a new login at the app of a link that has ended. */
    @POST
    @Path("link/again")
    public Response again(@FormParam("client_id") @Nullable String clientId) {
        return logins.client(clientId)
                .filter(client -> pages.mayAnswer())
                .map(client -> pages.redirect(logins.urlOf(logins.begin(client, null))))
                .orElseGet(() -> end(LinkEnd.INVALID, null));
    }

    /** Asks whether the mail was not asked for by its owner. */
    @GET
    @Path("not-me/{key}")
    public Response askNotMe(@PathParam("key") String key) {
        return new NotMe(session, links, pages).ask(key);
    }

    /** Whoever looks whether the link is there changes nothing. */
    @HEAD
    @Path("not-me/{key}")
    public Response lookNotMe() {
        return pages.nothing();
    }

    /** Ends whatever came of a mail that its owner did not ask for. */
    @POST
    @Path("not-me/{key}")
    public Response notMe(@PathParam("key") String key) {
        return new NotMe(session, links, pages).deny(key);
    }

    private Response open(SignInLink.Sealed found, ClientModel client) {
        SignInLink link = found.link();
        Optional<UserModel> owner = owner(found);
        Optional<LinkEnd> ended = ended(link, owner);
        if (ended.isPresent()) {
            return end(ended.get(), client);
        }
        LinkMetrics.opened();
        return logins.openedFor(link.proofId())
                .map(login -> pages.redirect(logins.urlOf(login)))
                .or(() -> logins.waitingFor(link, client)
                        .map(login -> confirm(logins.twin(login), opened(found, owner.get(), false))))
                .orElseGet(() -> elsewhere(opened(found, owner.get(), true), link, client));
    }

    private Response elsewhere(OpenedLink opened, SignInLink link, ClientModel client) {
        String redirectUri = link.destination().redirectUri();
        if (redirectUri != null && !logins.isValid(redirectUri, client)) {
            return end(LinkEnd.INVALID, client);
        }
        return confirm(logins.begin(client, redirectUri), opened);
    }

    private Response confirm(AuthenticationSessionModel login, OpenedLink opened) {
        LinkNotes.open(login, opened);
        return pages.redirect(logins.urlOf(login));
    }

    private Response end(LinkEnd end, @Nullable ClientModel client) {
        LinkMetrics.ended(end);
        return pages.redirect(pages.urlOf(end, client));
    }

    private Optional<LinkEnd> ended(SignInLink link, Optional<UserModel> owner) {
        if (!Instant.ofEpochMilli(Time.currentTimeMillis()).isBefore(link.expiresAt())) {
            return Optional.of(LinkEnd.EXPIRED);
        }
        if (new ProofMarks(session).isSpent(link.proofId())) {
            return Optional.of(LinkEnd.SPENT);
        }
        if (owner.isEmpty()) {
            return Optional.of(LinkEnd.INVALID);
        }
        return Visitor.isSomebodyElse(session, link.userId()) ? Optional.of(LinkEnd.SIGNED_IN) : Optional.empty();
    }

    /** The account that the link was sent to, if it still has that address and may sign in. */
    private Optional<UserModel> owner(SignInLink.Sealed found) {
        return Optional.ofNullable(
                        session.users().getUserById(realm, found.link().userId()))
                .filter(UserModel::isEnabled)
                .filter(user -> found.seal().isEmpty()
                        || address(user)
                                .filter(address -> links.wasSentTo(found, address))
                                .isPresent());
    }

    private static Optional<Address> address(UserModel user) {
        return Optional.ofNullable(user.getEmail()).flatMap(Address::parse);
    }

    /** Without a seal the link was sent to no mailbox, and proves none. */
    private static OpenedLink opened(SignInLink.Sealed found, UserModel owner, boolean elsewhere) {
        SignInLink link = found.link();
        return new OpenedLink(
                link.proofId(),
                owner.getId(),
                found.seal().isEmpty() ? null : address(owner).orElse(null),
                link.expiresAt(),
                link.asked(),
                elsewhere,
                !elsewhere || link.destination().mayConfirm(),
                link.destination().code(),
                link.destination().actions());
    }
}
