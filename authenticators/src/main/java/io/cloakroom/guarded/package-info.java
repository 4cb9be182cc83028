/** How do Keycloak's own forms keep a budget, and a secret? */
@NullMarked
package io.cloakroom.guarded;

import org.jspecify.annotations.NullMarked;
