/**
 * What does every step share? Its life cycle, factory and settings; what a login notes of what was typed and proved;
 * and what several rooms ask of Keycloak's flows, events and credentials.
 */
@NullMarked
package io.cloakroom.flow;

import org.jspecify.annotations.NullMarked;
