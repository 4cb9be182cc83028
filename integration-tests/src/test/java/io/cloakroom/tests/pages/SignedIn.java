package io.cloakroom.tests.pages;

/** Somebody whom Keycloak let in, and what the app learnt about them. */
public record SignedIn(IdToken idToken, String rawIdToken, String accessToken) {}
