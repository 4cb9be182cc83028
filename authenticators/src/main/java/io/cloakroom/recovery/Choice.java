package io.cloakroom.recovery;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;

/** What somebody does who was asked for a second factor that they may have lost. */
enum Choice {
    /** It is still there: go on and ask for it. */
    HAVE("have", false, false),
    /** It is lost: begin to wait. */
    START("start", false, true),
    /** It was found, or the request is somebody else's. */
    STOP("stop", true, false),
    /** The wait is over. */
    COMPLETE("complete", true, false),
    /** Nothing that is possible now. */
    NOTHING("", false, false);

    private final String button;
    private final boolean needsRequest;
    private final boolean needsNone;

    Choice(String button, boolean needsRequest, boolean needsNone) {
        this.button = button;
        this.needsRequest = needsRequest;
        this.needsNone = needsNone;
    }

    static Choice of(MultivaluedMap<String, String> form, boolean isPending) {
        return Arrays.stream(values())
                .filter(choice ->
                        form.containsKey(choice.button) && (isPending ? !choice.needsNone : !choice.needsRequest))
                .findFirst()
                .orElse(NOTHING);
    }
}
