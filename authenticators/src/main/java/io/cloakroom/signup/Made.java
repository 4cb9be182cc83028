package io.cloakroom.signup;

/** What has come of making an account. */
sealed interface Made permits Created, Found, Refused, Limited {}
