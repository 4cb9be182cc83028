package io.cloakroom.notice;

import io.cloakroom.flow.Address;
import io.cloakroom.flow.StrongFactors;
import io.cloakroom.mail.SecurityNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** What the mails say about factors and addresses. */
final class News {

    private static final String ADVICE = "cloakroomSecurityNoticeNotYou";

    private News() {}

    /** About a factor that has come or gone, or nothing where the event is about something else. */
    static Optional<SecurityNotice.News> ofFactor(UserModel user, Event event) {
        if (event.getType() == EventType.RESET_PASSWORD || event.getDetails() == null) {
            return Optional.empty();
        }
        boolean isGone = event.getType() == EventType.REMOVE_CREDENTIAL;
        return ofFactor(user, isGone, event.getDetails().get(Details.CREDENTIAL_TYPE));
    }

    static Optional<SecurityNotice.News> ofFactor(UserModel user, boolean isGone, @Nullable String type) {
        boolean isLastGone = isGone && !StrongFactors.hasAny(user);
        return Optional.ofNullable(type)
                .flatMap(Factor::ofType)
                .map(factor -> new SecurityNotice.News(
                        isGone ? "cloakroomSecurityNoticeRemoved" : "cloakroomSecurityNoticeAdded",
                        "cloakroomSecurityNoticeIntro",
                        factor.label(),
                        language -> "",
                        isLastGone,
                        ADVICE,
                        null));
    }

    /** About another address, for the mailbox that is the account's from now on. */
    static SecurityNotice.News ofAddress(String now) {
        return ofAddress(now, ADVICE);
    }

    /** The same for the mailbox that was the account's: nobody signs in by it any more. */
    static SecurityNotice.News ofFormerAddress(String now) {
        return ofAddress(now, "cloakroomAddressNoticeFormer");
    }

    /** The address is masked: the old mailbox may be somebody else's by now. */
    private static SecurityNotice.News ofAddress(String now, String advice) {
        String shown = Address.parse(now).map(Address::masked).orElse("•••");
        return new SecurityNotice.News(
                "cloakroomAddressNoticeHeading",
                "cloakroomAddressNoticeIntro",
                "",
                language -> shown,
                false,
                advice,
                null);
    }
}
