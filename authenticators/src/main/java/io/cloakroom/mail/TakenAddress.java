package io.cloakroom.mail;

import io.cloakroom.flow.Setting;

/** What a member receives whose address somebody signs up with. The page never depends on it. */
public enum TakenAddress {
    /** A mail that says so, with a link to sign in. */
    NOTICE,
    /** The same, and a code that signs in where the sign-up was begun. */
    SIGN_IN;

    /** The setting of the step that mails. */
    public static final Setting<TakenAddress> SETTING = Setting.choice("takenAddress", NOTICE);
}
