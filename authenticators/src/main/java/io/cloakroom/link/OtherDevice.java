package io.cloakroom.link;

import io.cloakroom.flow.Setting;

/** What a sign-in link does in a browser that is not the one it was asked for in. */
public enum OtherDevice {
    /** It says which account and which app that browser would be signed in to, and does so when told to. */
    CONFIRM,
    /** It shows the code to type where the sign-in was begun, and signs nobody in. */
    REFUSE;

    /** The setting of every step that mails links. */
    public static final Setting<OtherDevice> SETTING = Setting.choice("otherDevice", CONFIRM);
}
