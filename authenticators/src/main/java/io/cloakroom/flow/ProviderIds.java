package io.cloakroom.flow;

/**
 * The ids of what the pack adds to flows and realms. Realms keep them, and admins write them into files: an id never
 * changes once it has been published.
 */
public final class ProviderIds {

    /** Every id of the pack begins so, and none of another extension should. */
    public static final String PREFIX = "cloakroom-";

    public static final String IDENTIFY = "cloakroom-identify";
    public static final String EMAIL_OTP = "cloakroom-email-otp";
    public static final String MAGIC_LINK = "cloakroom-magic-link";
    public static final String SIGN_UP = "cloakroom-sign-up";
    public static final String CREATE_ACCOUNT = "cloakroom-create-account";
    public static final String RECOVERY = "cloakroom-recovery";
    public static final String DELAYED_RECOVERY = "cloakroom-delayed-recovery";
    public static final String RECOVER_ACCOUNT = "cloakroom-recover-account";
    public static final String LEVEL = "cloakroom-level";
    public static final String RATE_LIMIT = "cloakroom-rate-limit";

    public static final String USERNAME_PASSWORD_FORM = "cloakroom-username-password-form";
    public static final String PASSWORD_FORM = "cloakroom-password-form";
    public static final String OTP_FORM = "cloakroom-otp-form";
    public static final String RECOVERY_CODE_FORM = "cloakroom-recovery-code-form";
    public static final String RESET_CHOOSE_USER = "cloakroom-reset-choose-user";
    public static final String RESET_EMAIL = "cloakroom-reset-email";
    public static final String REGISTRATION_USER_CREATION = "cloakroom-registration-user-creation";

    public static final String CONDITION_TIGHT_LIMIT = "cloakroom-condition-tight-limit";
    public static final String CONDITION_BY_EMAIL = "cloakroom-condition-by-email";

    public static final String PASSKEY_OFFER = "cloakroom-passkey-offer";
    public static final String RECOVERY_ALERT = "cloakroom-recovery-alert";

    public static final String AMR_MAPPER = "cloakroom-amr-mapper";

    private ProviderIds() {}
}
