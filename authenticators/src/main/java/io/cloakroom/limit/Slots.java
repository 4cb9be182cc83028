package io.cloakroom.limit;

import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;

/** A way to keep an allowance as entries of the shared store, each created by whoever takes the permit. */
interface Slots {

    /** Up to here every slot is looked at to know that none is free; beyond it that would cost too much. */
    int EXACT_UP_TO = 100;

    /** Takes a permit: the key of its entry, or nothing where there is no room. */
    Optional<String> take();

    /** Lets a permit count for its window. */
    void keep(String key);

    /** How many permits are out now. */
    int taken();

    /** Whether a permit could be had now. */
    boolean hasRoom();

    /** How long until a permit can be had. */
    Wait untilRoom();

    static Slots of(SingleUseObjectProvider store, String window, Allowance allowance) {
        return allowance.permits() <= EXACT_UP_TO
                ? new NumberedSlots(store, window, allowance)
                : new TimedSlots(store, window, allowance);
    }
}
