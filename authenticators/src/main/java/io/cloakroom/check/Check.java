package io.cloakroom.check;

/**
 * One thing that should be true of a realm: the only place where its id and its texts are written.
 *
 * @param id stands in answers and documentation; never changes once published
 * @param level of a finding, unless the case is a milder one
 * @param reason why it matters
 * @param fix where to click, or which option to set
 */
record Check(String id, Level level, String reason, String fix) {

    /** It is not true; what is the case instead. */
    Finding found(String what) {
        return found(level, what);
    }

    /** The same where this case matters less than most. */
    Finding found(Level milder, String what) {
        return new Finding(id, milder, what, reason, fix);
    }
}
