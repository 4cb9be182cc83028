package io.cloakroom.limit;

import java.util.Locale;

/** What is counted: budgets of different scopes never touch. The ids are part of what is stored, and words in metrics. */
public enum Scope {
    /** Mails of a realm. */
    MAIL_REALM,
    /** Mails that one network asks for. */
    MAIL_NETWORK,
    /** Mails to one address that one network asks for. */
    MAIL_PAIR,
    /** Mails to one address. */
    MAIL_ADDRESS,
    /** Whether a network asks for a mail to an address for the first time in an hour. */
    MAIL_FIRST(false),
    /** Whether an address has denied a network. */
    MAIL_DENIED,
    /** Guesses at codes from one network. */
    GUESS_NETWORK,
    /** Guesses at the codes of one address from one network. */
    GUESS_PAIR,
    /** Guesses at the codes of one address. */
    GUESS_ADDRESS,
    /** Guesses at passwords from one network. */
    PASSWORD_NETWORK,
    /** Guesses at one password from one network. */
    PASSWORD_PAIR,
    /** Guesses at one password. */
    PASSWORD_ADDRESS,
    /** Guesses at second factors from one network. */
    FACTOR_NETWORK,
    /** Guesses at one account's second factors from one network. */
    FACTOR_PAIR,
    /** Guesses at one account's second factors. */
    FACTOR_ADDRESS,
    /** Guesses at one code. */
    PROOF_ATTEMPTS,
    /** Whether a code is guessed at for the first time. */
    PROOF_FIRST_GUESS(false),
    /** Whether a code is replaced for the first time. */
    PROOF_REPLACED(false),
    /** Whether a proof is spent for the first time. */
    PROOF_SPENT(false),
    /** Whether a proof is denied for the first time. */
    PROOF_DENIED(false),
    /** Requests that undo what has come of a denied proof, one at a time. */
    PROOF_DENIAL(false),
    /** Whether the login that stands on a proof completes for the first time. */
    PROOF_LOGIN(false),
    /** Notices to a stranger. */
    NOTICE,
    /** Notices to all strangers of a realm. */
    NOTICE_REALM,
    /** News for one account. */
    SECURITY_NOTICE,
    /** News for one address. */
    SECURITY_NOTICE_ADDRESS,
    /** Accounts that are about to be made with one address. */
    ACCOUNT_ADDRESS,
    /** Accounts that are about to be made with one name. */
    ACCOUNT_NAME,
    /** Wishes for an account that were not fulfilled, for one address from one network. */
    ACCOUNT_REFUSED,
    /** Recoveries of one account. */
    RECOVERY_START,
    /** Recoveries of one account at the same moment. */
    RECOVERY_START_NOW,
    /** Entries into a flow. */
    ENTRY_REALM,
    /** Entries into a flow from one network. */
    ENTRY_NETWORK,
    /** Entries into a flow for one client. */
    ENTRY_CLIENT,
    /** Entries into a flow from one network under one name. */
    ENTRY_PAIR,
    /** Entries into a flow under one name. */
    ENTRY_NAME,
    /** Registrations in a realm. */
    REGISTRATION_REALM,
    /** Registrations from one network. */
    REGISTRATION_NETWORK,
    /** Test mails of one administrator. */
    TEST_MAIL;

    private final boolean refuses;

    Scope() {
        this(true);
    }

    Scope(boolean refuses) {
        this.refuses = refuses;
    }

    /** The word that is stored and counted. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody is refused where there is no room; otherwise it is only asked who comes first. */
    public boolean refuses() {
        return refuses;
    }
}
