package io.cloakroom.mailbox;

import io.cloakroom.flow.Setting;

/** What becomes of an account that was made with an address nobody had proved, when its owner does. */
public enum UnverifiedAccount {
    /** Whatever could sign in to it goes: whoever made it may not be the owner. */
    CLEAR,
    /** All stays. */
    KEEP;

    /** The setting of every step that proves an address. */
    public static final Setting<UnverifiedAccount> SETTING = Setting.choice("unverifiedAccount", CLEAR);
}
