package io.cloakroom.tests.gallery;

import static io.cloakroom.tests.gallery.GalleryRealm.ADA;
import static io.cloakroom.tests.gallery.GalleryRealm.NELL;
import static io.cloakroom.tests.gallery.GalleryRealm.PAUL;

/** How to get to each exhibit. The page is there when the way ends. */
final class Ways {

    private static final String ADDRESS_ERROR = "#input-error-username";
    private static final String CODE_ERROR = "#input-error-code";

    private Ways() {}

    static void identify(Guide guide) {
        guide.begin().see("#cloakroom-email");
    }

    static void identifyPassword(Guide guide) {
        guide.begin(GalleryRealm.PASSWORD).see("#cloakroom-password");
    }

    static void identifyRefused(Guide guide) {
        guide.begin()
                .type("username", "Ada <ada@example.com>")
                .press("#cloakroom-email")
                .see(ADDRESS_ERROR);
    }

    static void identifyLimited(Guide guide) {
        guide.begin(GalleryRealm.TIGHT)
                .claim(ADA)
                .press("#cloakroom-change")
                .press("#cloakroom-email")
                .see(ADDRESS_ERROR);
    }

    static void identifyAgain(Guide guide) {
        guide.begin().claim(PAUL).answer().arrive().comeAgain(GalleryRealm.DEMO).see("#kc-attempted-username");
    }

    static void wait(Guide guide) {
        guide.begin(GalleryRealm.BUSY).comeAgain(GalleryRealm.BUSY).see("#cloakroom-try-again");
    }

    static void code(Guide guide) {
        guide.begin().claim(ADA).see("#code");
    }

    static void codeWrong(Guide guide) {
        guide.begin().claim(ADA).answer("ABCD-EFGH").see(CODE_ERROR);
    }

    static void codeExpired(Guide guide) {
        guide.begin(GalleryRealm.BRIEF).claim(ADA).waitFor(1100).answer().see(CODE_ERROR);
    }

    static void passkeyOffer(Guide guide) {
        guide.begin().claim(ADA).answer().see("#cloakroom-add");
    }

    static void passkeyOfferFailed(Guide guide) {
        guide.begin().claim(ADA).answer().press("#cloakroom-add").see("#cloakroom-offer-message");
    }

    static void passkeyCancelled(Guide guide) {
        guide.begin().press("#cloakroom-passkey").see("#cloakroom-passkey-cancelled:not(:empty)");
    }

    static void linkElsewhere(Guide guide) {
        guide.begin().claim(ADA).elsewhere().open(0).see("#cloakroom-confirm");
    }

    static void linkConfirm(Guide guide) {
        guide.begin().claim(ADA).open(0).see("#cloakroom-confirm");
    }

    static void linkBack(Guide guide) {
        guide.begin(GalleryRealm.STRICT).claim(ADA).elsewhere().open(0).see("#cloakroom-code");
    }

    static void linkSent(Guide guide) {
        guide.begin(GalleryRealm.LINK).claim(ADA).see("#cloakroom-link-form");
    }

    static void linkEnded(Guide guide) {
        guide.begin().claim(ADA).deny().open(0).see("#cloakroom-end");
    }

    static void linkSignedIn(Guide guide) {
        guide.begin().claim(PAUL).answer().arrive().finds(ADA).open(0).see("#cloakroom-sign-out");
    }

    static void notMe(Guide guide) {
        guide.begin().claim(ADA).elsewhere().open(1).see("#cloakroom-deny");
    }

    static void notMeDone(Guide guide) {
        guide.begin().claim(ADA).deny();
    }

    static void notMePassword(Guide guide) {
        guide.begin(GalleryRealm.SECOND)
                .type("password", GalleryRealm.PASSWORD_OF_PAM)
                .claimByPassword(GalleryRealm.PAM)
                .elsewhere()
                .open(0)
                .press("#cloakroom-deny")
                .see("#cloakroom-account");
    }

    static void signUp(Guide guide) {
        guide.begin().press("#cloakroom-to-sign-up").see("#cloakroom-sign-up");
    }

    static void signUpRefused(Guide guide) {
        guide.begin()
                .press("#cloakroom-to-sign-up")
                .type("email", NELL)
                .type("firstName", "Nell")
                .press("#cloakroom-sign-up")
                .see("#input-error-lastName");
    }

    static void signUpRest(Guide guide) {
        guide.begin(GalleryRealm.WELCOME).claim(NELL).answer().see("#cloakroom-sign-up-form");
    }

    static void recovery(Guide guide) {
        guide.begin().press("#cloakroom-to-recovery").see("#cloakroom-recover");
    }

    static void lostPasskeys(Guide guide) {
        guide.begin().recover(PAUL).see("#cloakroom-lost");
    }

    static void delayedRecovery(Guide guide) {
        guide.begin().recover(GalleryRealm.TESS).see("#cloakroom-start");
    }

    static void delayedRecoveryWaiting(Guide guide) {
        guide.begin().recover(GalleryRealm.WANDA).see("#cloakroom-stop");
    }

    static void delayedRecoveryReady(Guide guide) {
        guide.begin().recover(GalleryRealm.RITA).see("#cloakroom-complete");
    }

    static void recoveryAlert(Guide guide) {
        guide.begin().claim(GalleryRealm.WILL).answer().see("#cloakroom-keep");
    }

    static void secondFactor(Guide guide) {
        guide.begin().claim(GalleryRealm.TOM).answer().see("#otp");
    }

    static void secondFactorChoice(Guide guide) {
        guide.begin()
                .claim(GalleryRealm.TESS)
                .answer()
                .press("#try-another-way")
                .see(".select-auth-container");
    }

    static void expired(Guide guide) {
        guide.begin().claim(ADA).goBackTooFar().see("#loginRestartLink");
    }

    static void error(Guide guide) {
        guide.begin().askForNonsense().see("#kc-error-message");
    }
}
