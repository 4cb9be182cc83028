package io.cloakroom.mail;

import io.cloakroom.proof.CodeAlphabet;
import io.cloakroom.proof.Purpose;
import java.time.Duration;
import java.util.Map;

/** What a mail says that proves an address, or that tells why it does not. */
final class ProofMail {

    private static final String CODE_TEMPLATE = "cloakroom-code.ftl";

    private final MailLinks links;
    private final ProofLetter letter;

    ProofMail(MailLinks links, ProofLetter letter) {
        this.links = links;
        this.letter = letter;
    }

    Stationery.Form write(Envelope envelope, Map<String, Object> content) {
        String userId = envelope.userId();
        content.put("notMeLink", links.notMe(userId));
        content.put("notYou", notYou());
        content.put("code", "");
        content.put("signInLink", "");
        content.put("lifespanMinutes", Math.max(1, Math.round(lifespan().toSeconds() / 60.0)));
        return switch (envelope.kind()) {
            case SIGN_UP -> signUp(content);
            case TAKEN -> taken(envelope, content);
            case NOTICE -> notice(content);
            case MEMBER -> member(String.valueOf(userId), content);
        };
    }

    private Stationery.Form member(String userId, Map<String, Object> content) {
        boolean hasCode = letter.contents().kind().hasCode();
        if (hasCode) {
            content.put("code", code());
        }
        if (letter.contents().kind().hasLink()) {
            content.put("signInLink", links.signIn(userId, hasCode));
        }
        return words(hasCode ? name(letter.purpose()) : "Link", CODE_TEMPLATE, content);
    }

    private Stationery.Form signUp(Map<String, Object> content) {
        content.put("code", code());
        return words(name(Purpose.SIGN_UP), CODE_TEMPLATE, content);
    }

    private Stationery.Form taken(Envelope envelope, Map<String, Object> content) {
        if (envelope.userId() != null) {
            boolean hasCode = letter.takenAddress() == TakenAddress.SIGN_IN;
            content.put("code", hasCode ? code() : "");
            content.put("signInLink", links.signIn(envelope.userId(), hasCode));
        }
        return words("Taken", "cloakroom-taken.ftl", content);
    }

    private Stationery.Form notice(Map<String, Object> content) {
        String name = letter.purpose() == Purpose.SIGN_UP ? "NoSignUp" : "Notice";
        content.put("advice", "cloakroom" + name + "Try");
        return words(name, "cloakroom-notice.ftl", content);
    }

    /** Subject, heading and first sentence are three messages of one name. */
    private Stationery.Form words(String name, String template, Map<String, Object> content) {
        content.put("heading", "cloakroom" + name + "Heading");
        content.put("intro", "cloakroom" + name + "Intro");
        String shownCode = letter.contents().codeInSubject().isOn() ? String.valueOf(content.get("code")) : "";
        return new Stationery.Form("cloakroom" + name + "Subject", template, shownCode);
    }

    /** Behind another proof a mail that nobody asked for is no accident: somebody has got as far as that. */
    private String notYou() {
        return letter.purpose() == Purpose.SECOND_FACTOR ? "cloakroomMailSecondNotYou" : "cloakroomMailNotYou";
    }

    private static String name(Purpose purpose) {
        return switch (purpose) {
            case SIGN_IN, SECOND_FACTOR -> "Code";
            case SIGN_UP -> "SignUp";
            case RECOVERY -> "Recovery";
            case IDENTITY_PROVIDER -> "IdentityProvider";
        };
    }

    private String code() {
        return CodeAlphabet.grouped(letter.code());
    }

    private Duration lifespan() {
        return Duration.between(letter.request().askedAt(), letter.expiresAt());
    }
}
