package io.cloakroom.mail;

import io.cloakroom.limit.MailBlocks;
import io.cloakroom.link.Denial;
import io.cloakroom.link.Links;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;
import io.cloakroom.link.SignInLink;
import io.cloakroom.proof.CodeAlphabet;
import io.cloakroom.proof.Purpose;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** The links of one mail, or empty text where there is none or no address of the server to build it on. */
final class MailLinks {

    private final KeycloakSession session;
    private final Links links;
    private final ProofLetter letter;

    MailLinks(KeycloakSession session, ProofLetter letter) {
        this.session = session;
        this.links = new Links(session);
        this.letter = letter;
    }

    /**
     * What signs that member in.
     *
     * @param hasCode whether the mail holds a code beside it
     */
    String signIn(String userId, boolean hasCode) {
        MailRequest request = letter.request();
        SignInLink link = new SignInLink(
                letter.proof().id(),
                userId,
                request.clientId(),
                letter.expiresAt(),
                new SignInLink.Asked(request.askedAt(), request.browser(), request.tabId()),
                new SignInLink.Destination(!refuses(), hasCode ? code() : null, null, Set.of()));
        return request.base()
                .map(base -> links.signIn(base, link, letter.address()).toString())
                .orElse("");
    }

    /** What ends whatever comes of the mail. */
    String notMe(@Nullable String userId) {
        boolean blocks = letter.contents().notMe() == NotMeAction.BLOCK;
        Denial denial = new Denial(
                letter.proof().id(),
                userId,
                letter.expiresAt(),
                letter.request().loginId(),
                blocks
                        ? MailBlocks.pair(
                                session, letter.address(), letter.request().network())
                        : null,
                letter.purpose() == Purpose.SECOND_FACTOR);
        return letter.request()
                .base()
                .map(base -> links.notMe(base, denial).toString())
                .orElse("");
    }

    private boolean refuses() {
        return letter.contents().otherDevice() == OtherDevice.REFUSE;
    }

    /** What the link shows where it may not sign in: the mail holds the same beside it. */
    private @Nullable String code() {
        return refuses() ? CodeAlphabet.grouped(letter.code()) : null;
    }
}
