package io.cloakroom.link;

import io.cloakroom.flow.Setting;

/** What "this was not me" does besides ending what came of the mail. */
public enum NotMeAction {
    /** Nothing. */
    STOP,
    /** It also refuses mails from that network to this address for a day. */
    BLOCK;

    /** The setting of every step that mails. */
    public static final Setting<NotMeAction> SETTING = Setting.choice(
            new Setting.Text(
                    "notMe",
                    "\"This wasn't me\"",
                    "stop: ends the code, the link and the sessions that came of the mail. block: also refuses mails from the"
                            + " network that asked to this address for a day, even to the owner if they share it."),
            STOP);
}
