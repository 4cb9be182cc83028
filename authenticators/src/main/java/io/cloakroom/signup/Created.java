package io.cloakroom.signup;

import org.keycloak.models.UserModel;

/** This request has made the account. */
record Created(UserModel user) implements Made {}
