/** A code typed in this browser. */
@NullMarked
package io.cloakroom.emailotp;

import org.jspecify.annotations.NullMarked;
