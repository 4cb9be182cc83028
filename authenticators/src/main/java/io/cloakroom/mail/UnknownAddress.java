package io.cloakroom.mail;

import io.cloakroom.flow.Setting;

/** What a stranger's address receives. The page never depends on it. */
public enum UnknownAddress {
    /** A notice that no account uses this address, at most once an hour. */
    NOTICE,
    /** Nothing. */
    SILENT,
    /** A code that makes an account, where the realm allows registration. */
    SIGN_UP;

    /** The setting of every step that mails. */
    public static final Setting<UnknownAddress> SETTING = Setting.choice(
            new Setting.Text(
                    "unknownAddress",
                    "Mail to unknown addresses",
                    "notice: somebody who has no account here is told so, by mail only and at most once an hour. silent: no"
                            + " mail is sent. sign-up: the mail holds a code that makes an account, where the realm allows"
                            + " registration and cloakroom-create-account follows. The page is the same for everybody."),
            NOTICE);
}
