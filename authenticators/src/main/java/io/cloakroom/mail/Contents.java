package io.cloakroom.mail;

import io.cloakroom.flow.Switch;
import io.cloakroom.link.NotMeAction;
import io.cloakroom.link.OtherDevice;

/**
 * What a mail that proves an address holds.
 *
 * @param kind code, link, or both
 * @param otherDevice what the link does in another browser
 * @param notMe what "this was not me" does
 * @param codeInSubject whether the subject shows the code, too
 */
public record Contents(Kind kind, OtherDevice otherDevice, NotMeAction notMe, Switch codeInSubject) {

    /** The same without a link, for where there is no address of the server to build one on. */
    public Contents withoutLink() {
        return new Contents(Kind.CODE, otherDevice, notMe, codeInSubject);
    }

    /** Code, link, or both; either of two spends both. */
    public enum Kind {
        CODE(true, false),
        CODE_AND_LINK(true, true),
        LINK(false, true);

        private final boolean code;
        private final boolean link;

        Kind(boolean code, boolean link) {
            this.code = code;
            this.link = link;
        }

        /** Whether the mail holds a code to type. */
        public boolean hasCode() {
            return code;
        }

        /** Whether the mail holds a link that signs in. */
        public boolean hasLink() {
            return link;
        }
    }
}
