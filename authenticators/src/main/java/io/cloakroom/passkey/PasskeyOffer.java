package io.cloakroom.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import io.cloakroom.flow.InvalidSettingException;
import io.cloakroom.flow.ProviderIds;
import io.cloakroom.flow.RecoveryNotes;
import io.cloakroom.flow.StepForm;
import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.models.KeycloakSession;

/** Offers a passkey to somebody who has signed in without one. Keycloak enrols it; nobody has to take it. */
final class PasskeyOffer extends WebAuthnPasswordlessRegister {

    private static final Logger LOG = Logger.getLogger(PasskeyOffer.class);

    private static final String TEMPLATE = "cloakroom-passkey-offer.ftl";

    PasskeyOffer(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        super(session, verifier);
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.NOT_SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (new Occasion(context).isThere() && isConfigured(context)) {
            context.getAuthenticationSession().addRequiredAction(ProviderIds.PASSKEY_OFFER);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (new Occasion(context).mayAdd() && isConfigured(context)) {
            show(context, "");
        } else {
            // An administrator has asked for it; whoever is here has not proved enough, or it cannot be offered here.
            context.success();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requireReadableType(context);
        if (!new Occasion(context).mayAdd()) {
            // Things have changed since the page was shown.
            context.success();
            return;
        }
        Reply reply = Reply.of(context.getHttpRequest().getDecodedFormParameters());
        switch (reply) {
            case LATER -> snooze(context);
            case NEVER -> new Snooze(context.getUser()).forGood();
            case PASSKEY -> enrol(context);
            case NOTHING -> show(context, "cloakroomPasskeyNotAdded");
        }
        if (reply.isDone()) {
            context.success();
        }
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            RecoveryNotes.settled(context.getAuthenticationSession());
        }
    }

    /** Keycloak's own page looks at the type of what was posted, and fails on one that is none. */
    private static void requireReadableType(RequiredActionContext context) {
        try {
            context.getHttpRequest().getHttpHeaders().getMediaType();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException();
        }
    }

    /** Where the setting broke while the page was open, the login goes on, and nothing is offered until it is mended. */
    private static void snooze(RequiredActionContext context) {
        config(context).ifPresent(config -> new Snooze(context.getUser()).until(config.snooze()));
    }

    private static boolean isConfigured(RequiredActionContext context) {
        return config(context).isPresent();
    }

    private static Optional<OfferConfig> config(RequiredActionContext context) {
        try {
            return Optional.of(OfferConfig.of(context));
        } catch (InvalidSettingException e) {
            LOG.errorf(
                    "Realm '%s' offers no passkeys until the configuration of '%s' is mended. %s",
                    context.getRealm().getName(), ProviderIds.PASSKEY_OFFER, e.getMessage());
            return Optional.empty();
        }
    }

    private void enrol(RequiredActionContext context) {
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.CHALLENGE) {
            // Keycloak's page for what went wrong leads to another try and nowhere else.
            show(context, "cloakroomPasskeyNotAdded");
        }
    }

    /** Keycloak prepares its own page and fills the form; ours is made from the same form. */
    private void show(RequiredActionContext context, String message) {
        super.requiredActionChallenge(context);
        context.challenge(StepForm.of(context.form())
                .setAttribute("cloakroomMessage", message)
                .setAttribute("cloakroomLabel", Label.of(context))
                .createForm(TEMPLATE));
    }
}
