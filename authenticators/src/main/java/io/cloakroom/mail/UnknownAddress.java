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
    public static final Setting<UnknownAddress> SETTING = Setting.choice("unknownAddress", NOTICE);
}
