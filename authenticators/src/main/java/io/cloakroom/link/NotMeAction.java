package io.cloakroom.link;

import io.cloakroom.flow.Setting;

/** What "this was not me" does besides ending what came of the mail. */
public enum NotMeAction {
    /** Nothing. */
    STOP,
    /** It also refuses mails from that network to this address for a day. */
    BLOCK;

    /** The setting of every step that mails. */
    public static final Setting<NotMeAction> SETTING = Setting.choice("notMe", STOP);
}
