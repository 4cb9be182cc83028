/** Shall we offer a passkey now? */
@NullMarked
package io.cloakroom.passkey;

import org.jspecify.annotations.NullMarked;
