package io.cloakroom.signup;

import org.keycloak.models.UserModel;

/** The account was there: another request has made it, or somebody else has taken the address. */
record Found(UserModel user) implements Made {}
