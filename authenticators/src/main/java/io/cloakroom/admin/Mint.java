package io.cloakroom.admin;

import io.cloakroom.admin.AdminResource.Minted;
import io.cloakroom.admin.LinkOrder.Delivery;
import io.cloakroom.flow.Address;
import io.cloakroom.link.Denial;
import io.cloakroom.link.LinkBase;
import io.cloakroom.link.Links;
import io.cloakroom.link.SignInLink;
import io.cloakroom.mail.Invitation;
import io.cloakroom.mail.MailRequest;
import io.cloakroom.mail.Outbox;
import io.cloakroom.mail.Reception;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** Makes the link that was ordered, and sends it on its way. */
final class Mint {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LinkOrder order;

    Mint(KeycloakSession session, LinkOrder order) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.order = order;
    }

    Minted make(UserModel user) {
        requireWhoCanSignIn(user);
        Landing landing = Landing.of(session, order);
        order.requiredActions().forEach(this::requireAction);
        URI base = LinkBase.of(session)
                .orElseThrow(() ->
                        Refusal.ofServer("Links need the server's option 'hostname' or the realm's Frontend URL"));
        MailRequest request = MailRequest.unasked(session, landing.client());
        SignInLink link = link(user, landing, request);
        if (order.delivery() == Delivery.MAIL) {
            mail(base, link, request, mailbox(user));
            return new Minted(Optional.empty(), link.expiresAt());
        }
        // Not sealed to an address: it proves none.
        return new Minted(Optional.of(new Links(session).signIn(base, link, null)), link.expiresAt());
    }

    private SignInLink link(UserModel user, Landing landing, MailRequest request) {
        return new SignInLink(
                SecretGenerator.getInstance().generateSecureID(),
                user.getId(),
                landing.client().getId(),
                request.askedAt().plus(order.lifespan()),
                new SignInLink.Asked(request.askedAt(), request.browser(), request.tabId()),
                new SignInLink.Destination(true, null, landing.redirectUri(), order.requiredActions()));
    }

    private void mail(URI base, SignInLink link, MailRequest request, Address address) {
        Links links = new Links(session);
        Invitation.Links both = new Invitation.Links(
                links.signIn(base, link, address),
                links.notMe(base, new Denial(link.proofId(), link.userId(), link.expiresAt())));
        session.getProvider(Outbox.class)
                .queue(new Invitation(link.userId(), address, both, request, link.expiresAt()), Reception.NONE);
    }

    private static void requireWhoCanSignIn(UserModel user) {
        if (!user.isEnabled()) {
            throw Refusal.of("user", "User is disabled");
        }
        if (user.getServiceAccountClientLink() != null) {
            throw Refusal.of("user", "Service accounts cannot sign in");
        }
    }

    private Address mailbox(UserModel user) {
        if (realm.getSmtpConfig().isEmpty()) {
            throw Refusal.ofServer("The realm has no mail server");
        }
        return Optional.ofNullable(user.getEmail())
                .flatMap(Address::parse)
                .orElseThrow(() -> Refusal.of("user", "User email missing"));
    }

    private void requireAction(String alias) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
        if (action == null || !action.isEnabled() || !isInstalled(action) || alias.contains(" ")) {
            throw Refusal.of("requiredActions", "Not enabled in this realm: " + alias);
        }
    }

    private boolean isInstalled(RequiredActionProviderModel action) {
        return session.getKeycloakSessionFactory()
                        .getProviderFactory(RequiredActionProvider.class, action.getProviderId())
                != null;
    }
}
